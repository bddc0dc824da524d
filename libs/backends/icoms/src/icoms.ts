import type { Call } from '@trunkline/service';

/** An event on a customer account, as ICOMS creates it. */
export interface IcomsEvent {
  readonly accountIdentification: {
    /** The site, which is also the ICOMS instance: two digits. */
    readonly siteReference: string;
    readonly accountNumber: string;
  };
  readonly event: {
    /** Where it comes from: `NSC`, `TOC-PROV`. */
    readonly sourceCode: string;
    /** Its specification: `TELESTO`, `IMPORT`. */
    readonly typeCode: string;
    readonly externalGrouping?: string | undefined;
    readonly patternReceived?: string | undefined;
    /** Free text; blanks and line ends arrive as they are. */
    readonly data?: string | undefined;
  };
  /** What on the account it is about. */
  readonly target: {
    /** The number of a work order. */
    readonly orderReference?: string | undefined;
    /** One letter: D high speed data, T telephony, C television. */
    readonly serviceCategoryCode?: string | undefined;
    readonly serviceOccurrence?: number | undefined;
    /** The billing code: `SPOTPRE`. */
    readonly serviceCode?: string | undefined;
    readonly premiseId?: string | undefined;
  };
  /** Whether ICOMS may keep the event for a while before it acts on it. */
  readonly buffer: boolean;
}

/**
 * What ICOMS, the customer and billing system, can do for us. This class is the port, its token for injection and its manual;
 * `IcomsGateway` is what does it.
 *
 * Every method throws a `Fault`, of one of these rows (icoms.faults.ts has the table):
 *
 * - `IcomsBusinessException`: ICOMS declined, in its own words.
 * - `BackendAuthenticationError`: ICOMS did not let us in.
 * - `IcomsSystemException`: anything else. When it is `inDoubt`, ICOMS may have done what it was asked.
 *
 * And a `TypeError` where a value holds a character that XML cannot carry: whoever calls has to have checked that.
 */
export abstract class Icoms {
  /**
   * Creates an event. ICOMS knows no repetition: called twice, it creates two.
   *
   * @throws Fault
   */
  abstract createEvent(event: IcomsEvent, call: Call): Promise<void>;
}
