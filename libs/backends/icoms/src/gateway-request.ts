import { element } from './gateway-xml';
import type { IcomsEvent } from './icoms';
import { inl01374 } from './inl01374.table';

/** Who asks, and which ICOMS; a part of each request. */
export interface Credentials {
  readonly userid: string;
  readonly password: string;
  readonly environment: string;
}

/** The request that creates an event (CONTRACTS.md section 6.1). It holds the password: it goes nowhere but to ICOMS. */
export function createEventRequest(
  event: IcomsEvent,
  { userid, password, environment }: Credentials,
): string {
  const { siteReference, accountNumber } = event.accountIdentification;
  const inline = element(
    'INL01374',
    inl01374.map(([name, value]) => [name, value(event)] as const),
  );
  const macro = element(
    'MAC00183',
    [
      ['SITEID', siteReference],
      ['ACNTNMBR', accountNumber],
    ],
    inline,
  );
  const credentials = [
    ['USERID', userid],
    ['PASSWORD', password],
    ['ENVIRONMENT', environment],
  ] as const;
  return element('ICOMS', credentials, macro);
}
