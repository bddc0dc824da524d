import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Schema } from '@trunkline/fields';
import type { SoapContract } from '@trunkline/operations';
import { schemasOf, serviceNameOf, writeContractSchema, writeWsdl } from '@trunkline/soap';
import { listen } from 'soap';

/**
 * Serves a contract with the `soap` package, as somebody would who takes that for a server. It checks nothing, keeps nothing and
 * answers without a header: less than the contract asks.
 *
 * @param answers The answer of each operation, by its name.
 */
export function serveWithSoapPackage(
  contract: SoapContract,
  answers: Readonly<Record<string, object>>,
): void {
  const handlers = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer]));
  const ports = contract.versions.map((version) => [`${contract.service}${suffixes[version]}`, handlers]);
  const services = {
    [serviceNameOf(contract)]: Object.fromEntries(ports) as Record<string, typeof handlers>,
  };
  const server = createServer().listen(0, '127.0.0.1', () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { folder, ...description } = describe(contract, `${url}${contract.path}`);
    const callback = (): void => {
      rmSync(folder, { recursive: true });
      process.send?.({ ready: { url } });
    };
    listen(server, { path: contract.path, services, ...description, callback });
  });
}

const suffixes = { '1.1': 'Soap11', '1.2': 'Soap12' };

/** The package wants the schemas beside the WSDL. */
function describe(contract: SoapContract, service: string): { folder: string; uri: string; xml: string } {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-bench-'));
  const schema = ({ name }: Schema): string => `${name}.xsd`;
  for (const each of schemasOf(contract)) {
    writeFileSync(join(folder, schema(each)), writeContractSchema(contract, each.name, schema)!);
  }
  return { folder, uri: join(folder, 'contract.wsdl'), xml: writeWsdl(contract, { service, schema }) };
}
