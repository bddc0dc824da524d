/** How bad a row is for the operator: CRITICAL is logged as an error and wakes somebody, ERROR is logged as a warning. */
export type Severity = 'CRITICAL' | 'ERROR';

/** One error of the taxonomy: everything a contract prints of it, and nothing that depends on the request. */
export interface FaultRow {
  /** The code as it stands on the wire. */
  readonly code: string;
  /** SYSTEM: something broke, on our side or behind us. BUSINESS: the request was understood and declined. */
  readonly type: 'SYSTEM' | 'BUSINESS';
  readonly description: string;
  readonly severity: Severity;
  /** The system the error comes from, where the contract names one. */
  readonly sourceSystem?: string;
  /** The HTTP status where the contract is REST. SOAP has its own rule (CONTRACTS.md section 0). */
  readonly status: number;
  /** When it is answered, in one sentence: the last column of docs/errors.md. */
  readonly when: string;
}

function rows<const T extends Record<string, FaultRow>>(table: T): T {
  return table;
}

/** The rows of the operator's message-header services: CreateEventV2 and CreateWorkOrder_V3 (CONTRACTS.md section 1). */
const messageFaults = rows({
  UnexpectedError: {
    code: '2020',
    type: 'SYSTEM',
    description: 'Unexpected Error',
    severity: 'CRITICAL',
    status: 500,
    when: 'anything unforeseen',
  },
  FieldValidationError: {
    code: '10008',
    type: 'BUSINESS',
    description: 'Field Validation Error',
    severity: 'ERROR',
    status: 400,
    when: 'a field breaks its rule; every broken field is listed',
  },
  BackendAuthenticationError: {
    code: '10003',
    type: 'SYSTEM',
    description: 'Backend Authentication Error',
    severity: 'CRITICAL',
    sourceSystem: 'ICOMS',
    status: 500,
    when: 'ICOMS answers -10050',
  },
  IcomsBusinessException: {
    code: '10465',
    type: 'BUSINESS',
    description: 'ICOMS Business Exception',
    severity: 'ERROR',
    sourceSystem: 'ICOMS',
    status: 500,
    when: 'ICOMS answers a return code above 0',
  },
  IcomsSystemException: {
    code: '10466',
    type: 'SYSTEM',
    description: 'ICOMS System Exception',
    severity: 'CRITICAL',
    sourceSystem: 'ICOMS',
    status: 500,
    when: 'ICOMS answers any other code, answers unreadably, late or not at all',
  },
});

/** Every error of every contract, one row an error; docs/errors.md is made from it and held equal by a test. */
export const catalogue = { ...messageFaults };

export type FaultName = keyof typeof catalogue;
