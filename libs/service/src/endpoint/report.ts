import type { Fault } from '@trunkline/faults';
import type { Logger } from 'pino';

/** The line of a message that is answered: CRITICAL faults are errors with the breakage underneath, declined requests are not. */
export function report(logger: Logger, facts: object, fault: Fault | undefined): void {
  if (fault?.row.severity !== 'CRITICAL') return logger.info(facts, 'answered');
  const { severity } = fault.row;
  logger.error({ ...facts, severity, err: fault.cause ?? fault }, 'answered with a fault');
}
