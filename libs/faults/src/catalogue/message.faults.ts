import type { FaultRow } from './row';

/** The rows of the operator's message-header services: CreateEventV2 and CreateWorkOrder_V3 (CONTRACTS.md section 1). */
export const messageFaults = {
  UnexpectedError: {
    code: '2020',
    type: 'SYSTEM',
    description: 'Unexpected Error',
    severity: 'CRITICAL',
    status: 500,
    when: 'anything unforeseen, or too much is under way',
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
    when: 'ICOMS answers -10050, or HTTP status 401 or 403',
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
} as const satisfies Record<string, FaultRow>;
