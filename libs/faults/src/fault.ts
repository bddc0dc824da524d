import { catalogue, type FaultName } from './catalogue/catalogue';
import type { FaultRow } from './catalogue/row';

/** One broken field: where it stands, which rule it breaks, and what to do about it. Never the value itself. */
export interface FieldFault {
  /** Where the field stands in the message, in the contract's own spelling: `event/eventTypeCode`, `outageMessages/3`. */
  readonly path: string;
  /** The rule in one word: `required`, `maxLength`, `pattern`, `unknown`, `order` … */
  readonly rule: string;
  readonly message: string;
}

export interface FaultDetails {
  /** The words of the system that declined, or ours where there is more to say than the row does. */
  readonly text?: string;
  readonly fields?: readonly FieldFault[];
  /** The faults that led to this one, for contracts that nest them. */
  readonly causes?: readonly Fault[];
  /**
   * An effect may have happened behind us although we cannot say so: the outcome is recorded as IN_DOUBT and never
   * retried blindly.
   */
  readonly inDoubt?: boolean;
  /**
   * Whoever declined has decided: a repetition of the message is answered the same. A BUSINESS fault is final by itself; a SYSTEM
   * fault is not, the message may be tried again, unless it says so.
   */
  readonly final?: boolean;
  /** The breakage underneath, for the log only. */
  readonly cause?: unknown;
}

/**
 * An error that a contract declares: a row of the catalogue with what this request adds to it. Handlers and clients throw
 * it by name, `new Fault('IcomsBusinessException', { text })`; each contract renders it its own way.
 */
export class Fault extends Error {
  readonly row: FaultRow;
  readonly text: string | undefined;
  readonly fields: readonly FieldFault[];
  readonly causes: readonly Fault[];
  readonly inDoubt: boolean;
  readonly final: boolean;

  constructor(
    readonly faultName: FaultName,
    { text, fields = [], causes = [], inDoubt = false, final, cause }: FaultDetails = {},
  ) {
    super(catalogue[faultName].description, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.row = catalogue[faultName];
    this.text = text;
    this.fields = fields;
    this.causes = causes;
    this.inDoubt = inDoubt;
    this.final = final ?? this.row.type === 'BUSINESS';
  }
}
