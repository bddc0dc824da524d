import { MigrationFailure } from '@trunkline/contracts/voip-migration';
import { Fault, type FaultDetails } from '@trunkline/faults';

/** MIDAS did not give the line's details: nothing else happened, and the message may be tried again. */
export function withoutDetails(cause: Fault): MigrationFailure {
  return new MigrationFailure(rowFor(cause), because(cause, 'The details of the line could not be read'));
}

/** ICOMS did not create the work order. Final: it is not sent again. */
export function notCreated(cause: Fault, notReported?: Fault): MigrationFailure {
  const details = because(cause, 'The work order was not created');
  return new MigrationFailure(rowFor(cause), { ...details, final: true }, notReported);
}

/** Nobody knows whether ICOMS created the work order. */
export function inDoubt(cause: unknown): MigrationFailure {
  const text =
    'The outcome is unknown: the work order may have been created. MIDAS is told as soon as it is known';
  return new MigrationFailure('MigrationSystemException', { ...because(cause, text), inDoubt: true });
}

/** MIDAS was not told what came of the work order. */
export function notReported(cause: unknown): Fault {
  return new Fault(
    rowFor(cause),
    because(cause, 'MIDAS was not told the migration status; it is tried again'),
  );
}

/** The row of our contract for what a back end said: it declined, or something broke. */
function rowFor(cause: unknown) {
  const declined = cause instanceof Fault && cause.row.type === 'BUSINESS';
  return declined ? 'MigrationBusinessException' : 'MigrationSystemException';
}

/** A back end's fault is shown; anything else stays in the log. */
function because(cause: unknown, text: string): FaultDetails {
  return { text, causes: cause instanceof Fault ? [cause] : [], cause };
}
