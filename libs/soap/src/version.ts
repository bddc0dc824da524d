import type { SoapVersion } from '@trunkline/operations';

/** The namespace of each version's envelope. */
export const envelopes: Record<SoapVersion, string> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

/** The media type that each version is answered in. */
export const mediaTypes: Record<SoapVersion, string> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

/** The version of an envelope by its namespace. */
export function versionOf(namespace: string): SoapVersion | undefined {
  if (namespace === envelopes['1.1']) return '1.1';
  return namespace === envelopes['1.2'] ? '1.2' : undefined;
}
