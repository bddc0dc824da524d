/** How bad a row is for the operator: CRITICAL is logged as an error, with what broke underneath; ERROR is an ordinary answer. */
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
