import { createEvent, eventsContract } from '@trunkline/contracts/events';
import { serveWithSoapPackage } from '../servers/soap-package';

serveWithSoapPackage(eventsContract, { [createEvent.name]: { responseStatus: 'SUCCESS' } });
