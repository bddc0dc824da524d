import type { FaultRow } from './row';

/** The rows of CreateVOIPMigrationWorkOrder, and those of its back ends that it names as causes (CONTRACTS.md sections 5, 6). */
export const migrationFaults = {
  MigrationSystemException: {
    code: '10686',
    type: 'SYSTEM',
    description: 'System Exception',
    severity: 'CRITICAL',
    sourceSystem: 'Middleware',
    status: 500,
    when: 'a back end fails, answers late, unreadably or not at all, or anything unforeseen',
  },
  MigrationBusinessException: {
    code: '10685',
    type: 'BUSINESS',
    description: 'Business Exception',
    severity: 'ERROR',
    sourceSystem: 'Middleware',
    status: 400,
    when: 'a field is missing, blank or wrong, or a back end declines',
  },
  IcomsWorkOrderOpen: {
    code: '10465',
    type: 'BUSINESS',
    description: 'ICOMS Business Exception',
    severity: 'ERROR',
    sourceSystem: 'ICOMS',
    status: 400,
    when: 'ICOMS declines a work order because the line has an open one: message number WO-OPEN',
  },
  MidasNoAccountFound: {
    code: '10160',
    type: 'BUSINESS',
    description: 'No account found',
    severity: 'ERROR',
    sourceSystem: 'MIDAS',
    status: 400,
    when: 'MIDAS knows no such account or line',
  },
  // Of MIDAS's codes only 10160 is published: any other stands in the text.
  MidasBusinessException: {
    code: 'MIDAS-BUSINESS',
    type: 'BUSINESS',
    description: 'MIDAS Business Exception',
    severity: 'ERROR',
    sourceSystem: 'MIDAS',
    status: 400,
    when: 'MIDAS declines with another code',
  },
  MidasSystemException: {
    code: 'MIDAS-SYSTEM',
    type: 'SYSTEM',
    description: 'MIDAS System Exception',
    severity: 'CRITICAL',
    sourceSystem: 'MIDAS',
    status: 500,
    when: 'MIDAS fails, answers late, unreadably or not at all',
  },
} as const satisfies Record<string, FaultRow>;
