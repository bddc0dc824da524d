import type { FaultRow } from './row';

/** The rows of the accounts (CONTRACTS.md section 4). */
export const accountsFaults = {
  AccountUnexpected: {
    code: 'Unexpected',
    type: 'SYSTEM',
    description: 'Unexpected error',
    severity: 'CRITICAL',
    status: 500,
    when: 'anything unforeseen',
  },
  AccountInvalid: {
    code: 'Invalid',
    type: 'BUSINESS',
    description: 'The request breaks a rule of the contract',
    severity: 'ERROR',
    status: 400,
    when: 'an attribute or a query parameter breaks its rule; every one is listed, attributes by JSON pointer',
  },
  AccountConflict: {
    code: 'Conflict',
    type: 'BUSINESS',
    description: 'The account collides with one that exists',
    severity: 'ERROR',
    status: 409,
    when: 'another account has the id, accountNumber or username, or the eventId came before with other content; the message names which',
  },
  AccountNotFound: {
    code: 'AccountNotFound',
    type: 'BUSINESS',
    description: 'There is no such account',
    severity: 'ERROR',
    status: 404,
    when: 'no account has the id of the address',
  },
  AccountListenerExists: {
    code: 'ListenerExists',
    type: 'BUSINESS',
    description: 'The listener is registered already',
    severity: 'ERROR',
    status: 409,
    when: 'a listener with this callback is registered already; the message has its id',
  },
  AccountListenerNotFound: {
    code: 'ListenerNotFound',
    type: 'BUSINESS',
    description: 'There is no such listener',
    severity: 'ERROR',
    status: 404,
    when: 'no listener has the id of the address',
  },
} as const satisfies Record<string, FaultRow>;
