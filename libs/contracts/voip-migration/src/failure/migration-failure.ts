import { Fault, type FaultDetails } from '@trunkline/faults';

/** The failure of a work order, and of the status update after it where that failed too: an answer with both faults. */
export class MigrationFailure extends Fault {
  constructor(
    name: 'MigrationSystemException' | 'MigrationBusinessException',
    details: FaultDetails,
    readonly statusUpdate?: Fault,
  ) {
    super(name, details);
  }
}
