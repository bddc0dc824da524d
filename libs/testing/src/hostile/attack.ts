import type { SoapContract, SoapVersion } from '@trunkline/operations';
import type { SoapFaultCode } from '@trunkline/soap';

/** One request that a service of a contract must withstand, or take although it is odd: a sentence, its bytes, what must come of it. */
export interface Attack {
  readonly name: string;
  /** The whole request as it stands on the wire, or several behind each other. */
  readonly bytes: () => Buffer;
  readonly expected: Expected;
}

export type Expected = Accepted | Faulted | Refused;

/** The message is answered. */
export interface Accepted {
  readonly answered: SoapVersion;
  /** How many answers come back; 1 where it says nothing. */
  readonly times?: number;
}

/** The answer is a fault. */
export interface Faulted {
  readonly fault: SoapFaultCode;
  /** 1.1 where it says nothing. */
  readonly version?: SoapVersion;
  /** That of CONTRACTS.md section 0 for the fault where it says nothing. */
  readonly status?: number;
  /** Words that the consumer must be told. */
  readonly says?: string;
}

/** HTTP itself refuses: nothing of SOAP is known yet. */
export interface Refused {
  readonly refused: number;
}

/** What the attacks are made from: a message that the service takes. */
export interface Target {
  readonly contract: SoapContract;
  /** The values of SOAPAction that mean the message's operation. */
  readonly actions: readonly string[];
  /** The message's header block, as it stands in the envelope; '' where the contract has none. */
  readonly header: string;
  /** The message itself, as it stands in the body. */
  readonly body: string;
  /** Where the service is, once it is started. */
  host: string;
  /** A place on this machine that counts who comes, once it is there: nobody may. */
  trap: string;
  /** In bytes, as the service is set. */
  readonly bodyLimit: number;
}
