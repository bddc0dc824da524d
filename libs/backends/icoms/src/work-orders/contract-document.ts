import type { SoapContract } from '@trunkline/operations';
import { writeContractSchema, writeWsdl } from '@trunkline/soap';

/** What a SOAP service at `address` publishes at a URL of its: the schema that `?xsd=` names, or else the WSDL. */
export function contractDocument(contract: SoapContract, address: string, url: string): string | undefined {
  const schema = ({ name }: { readonly name: string }): string => `${address}?xsd=${name}`;
  const name = new URL(url, address).searchParams.get('xsd');
  if (name === null) return writeWsdl(contract, { service: address, schema });
  return writeContractSchema(contract, name, schema);
}
