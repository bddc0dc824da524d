import type { Call } from '@trunkline/service';

/** A work order that moves a telephone line from TDM to Voice over Cable. */
export interface MigrationWorkOrder {
  readonly accountIdentification: {
    /** The site, which is also the ICOMS instance: two digits. */
    readonly siteReference: string;
    readonly accountNumber: string;
  };
  readonly telephoneNumber: string;
  /** One letter of ICOMS: T telephony. */
  readonly serviceCategory: string;
  /** For whoever carries it out; at most 40 characters. */
  readonly comment?: string | undefined;
  /** Ours, and no other work order's: it is found again by it. At most 50 characters. */
  readonly consumerReference: string;
  /** Who started the process. */
  readonly originatorUri: string;
}

/**
 * The work orders of ICOMS (CONTRACTS.md section 6.2). This class is the port, its token for injection and its manual;
 * `IcomsWorkOrdersSoap` is what does it.
 *
 * Every method throws a `Fault`; icoms-work-orders.faults.ts has the table of its rows.
 */
export abstract class IcomsWorkOrders {
  /**
   * Creates a work order and gives its number. ICOMS knows no repetition, so that this is never tried again by itself; when the fault is
   * `inDoubt`, `find` tells what came of it, later.
   *
   * @throws Fault `IcomsWorkOrderOpen` when the line has an open work order, others of the table.
   */
  abstract create(order: MigrationWorkOrder, call: Call): Promise<string>;

  /**
   * The number of the work order with this reference, whether it is open or closed; undefined when ICOMS has none. Changes nothing.
   *
   * @throws Fault
   */
  abstract find(consumerReference: string, call: Call): Promise<string | undefined>;
}
