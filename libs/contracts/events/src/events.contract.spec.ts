import { rootElements } from '@trunkline/operations';
import { provesItsMessages } from '../../../testing/src/contracts/proves-its-messages';
import { eventsContract } from './events.contract';

provesItsMessages(rootElements(eventsContract));
