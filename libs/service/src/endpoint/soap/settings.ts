import type { Spelling } from '@trunkline/fields';
import type { FaultPlacement } from '@trunkline/soap';
import type { Admission } from '../admission';

/** What a SOAP service may set differently from its contract's default; an app provides its own where it does. */
export class SoapSettings {
  readonly faultPlacement: FaultPlacement;
  /** Which names and choices of a request are taken. */
  readonly spelling: Spelling;
  /** Who may send a message; everybody where there is none. The contract's description is for everybody. */
  readonly admission: Admission | undefined;

  constructor({ faultPlacement = 'body', spelling = 'published', admission }: Partial<SoapSettings> = {}) {
    this.faultPlacement = faultPlacement;
    this.spelling = spelling;
    this.admission = admission;
  }
}
