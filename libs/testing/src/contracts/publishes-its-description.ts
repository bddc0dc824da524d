import { join } from 'node:path';
import type { SoapContract } from '@trunkline/operations';
import { schemasOf, writeContractSchema, writeWsdl } from '@trunkline/soap';
import { expectGolden } from '../golden';
import { fileName } from '../judges/judge';

/** The WSDL and the schemas in the contract's `published` folder are what its messages come to; there they refer to each other. */
export function publishesItsDescription(contract: SoapContract, address: string): void {
  const file = (name: string) => join(contract.folder, '../published', name);

  it('its WSDL is the published one', () => {
    const wsdl = writeWsdl(contract, { service: `${address}${contract.path}`, schema: fileName });
    expectGolden(file(`${contract.name}.wsdl`), wsdl);
  });

  it.each(schemasOf(contract).map(({ name }) => name))('its schema %s is the published one', (name) => {
    expectGolden(file(`${name}.xsd`), writeContractSchema(contract, name, fileName));
  });
}
