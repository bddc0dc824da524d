import type { FaultPlacement } from '@trunkline/soap';

/** What a SOAP service may set differently from its contract's default; an app provides its own where it does. */
export class SoapSettings {
  constructor(readonly faultPlacement: FaultPlacement = 'body') {}
}
