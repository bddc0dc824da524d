import { cmpServicesContract, createService } from '@trunkline/contracts/cmp-services';
import { serveWithSoapPackage } from '../servers/soap-package';

serveWithSoapPackage(cmpServicesContract, { [createService.name]: { Result: { ExternalReference: '?' } } });
