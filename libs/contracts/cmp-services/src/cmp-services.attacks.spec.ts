import { standInFor, withstandsAttacks } from '@trunkline/testing';
import { cmpServicesContract } from './cmp-services.contract';

withstandsAttacks(cmpServicesContract, () => standInFor(cmpServicesContract));
