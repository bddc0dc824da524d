import { standInFor, withstandsAttacks } from '@trunkline/testing';
import { eventsContract } from './events.contract';

withstandsAttacks(eventsContract, () => standInFor(eventsContract));
