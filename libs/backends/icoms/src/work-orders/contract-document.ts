import type { SoapContract } from '@trunkline/operations';
import { publishedDocument } from '@trunkline/soap';

/** What a SOAP service at `address` publishes at a URL of its: the schema that `?xsd=` names, or else the WSDL. */
export function contractDocument(contract: SoapContract, address: string, url: string): string | undefined {
  return publishedDocument(contract, address, new URL(url, address).searchParams.get('xsd') ?? undefined);
}
