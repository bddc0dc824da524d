import type { FaultName } from '@trunkline/faults';

/** What a SOAP and a REST operation both say of themselves. */
export interface OperationFacts {
  /** The contract's own name: in routes, logs, metrics, tests, folders. */
  readonly name: string;
  readonly version: string;
  /** One line, for Swagger UI and the WSDL. */
  readonly summary: string;
  /** The rows that it may answer with, beside those that every operation of its contract has. */
  readonly faults: readonly FaultName[];
  /** The folder of its samples, below that of its contract: each a sentence, with request, response and back-end exchanges. */
  readonly samples: string;
  /**
   * Where its effect is: `outside`, behind a back end, so that a lost answer leaves it in doubt; or in our `own-store`, in the
   * transaction that also keeps the answer, so that it may simply be done again.
   */
  readonly effect: 'outside' | 'own-store';
}

/** The rows of a contract for what happens to every operation alike. */
export interface CommonFaults {
  /** Anything that no row was thrown for. */
  readonly unexpected: FaultName;
  /** A field breaks its rule. */
  readonly invalid: FaultName;
  /** A message id that comes again with other content. */
  readonly repeated: FaultName;
  /** A repetition of a message whose outcome we do not know. */
  readonly inDoubt: FaultName;
}

/** What a client shows in the header Authorization: by which scheme of HTTP, and in words what it is and when it is asked for. */
export interface Credentials {
  readonly scheme: 'basic' | 'bearer';
  readonly description: string;
}
