import fc from 'fast-check';
import { Fault, type FaultName } from '@trunkline/faults';
import type { SoapContract, SoapOperation, SoapVersion } from '@trunkline/operations';
import { serviceNameOf } from '@trunkline/soap';
import { messages } from '../documents/values';
import { type HeaderBlock, NodeSoap } from '../judges/node-soap';
import { patience, proofs } from '../proofs.config';
import { type StandIn, standInFor } from './stand-in';

/** The `soap` package reads the contract's WSDL, sends every operation as it is meant, reads every answer and every fault. */
export function servesNodeSoap(contract: SoapContract): void {
  const service = serviceNameOf(contract);
  let standIn: StandIn;
  const clients = new Map<SoapVersion, NodeSoap>();
  beforeAll(async () => {
    standIn = await standInFor(contract);
    const wsdl = `${standIn.url}${contract.path}?wsdl`;
    for (const version of ['1.1', '1.2'] as const) clients.set(version, await NodeSoap.read(wsdl, version));
  });
  afterAll(() => standIn.close());

  const call = (version: SoapVersion, operation: SoapOperation, request: object, header?: HeaderBlock) =>
    clients.get(version)!.call(service, portOf(clients.get(version)!), operation.name, request, header);

  it('node-soap finds every operation in the WSDL', () => {
    const ports = clients.get('1.1')!.describe()[service]!;
    expect(Object.keys(ports)).toHaveLength(contract.versions.length);
    for (const port of Object.values(ports))
      expect(Object.keys(port)).toEqual(contract.operations.map(({ name }) => name));
  });

  it.each(contract.operations)('node-soap has $name as a method', ({ name }) => {
    expect(clients.get('1.1')!.has(name)).toBe(true);
  });

  const calls = contract.operations.flatMap((operation) =>
    (['1.1', '1.2'] as const).map((version) => [operation.name, version, operation] as const),
  );

  it.each(calls)(
    'node-soap sends %s in SOAP %s as it is meant, and reads the answer',
    async (_, version, operation) => {
      const [request, response] = [messages(operation.request.message), messages(operation.response.message)];
      const right = fc.asyncProperty(request, response, headers(contract), async (sent, answered, header) => {
        standIn.answer(() => answered);
        const { body, failed } = await call(version, operation, sent, header);
        expect({ body, failed }).toMatchObject({ failed: false });
        expect(standIn.takeRequests()).toEqual([sent]);
        expect(leavesOf(body)).toEqual(leavesOf(answered));
      });
      await fc.assert(right, { numRuns: Math.ceil(proofs.runs / 100), seed: proofs.seed });
    },
    patience,
  );

  it.each(calls)('node-soap reads the faults of %s in SOAP %s', async (_, version, operation) => {
    const [request] = fc.sample(messages(operation.request.message), { numRuns: 1, seed: proofs.seed });
    for (const name of faultsOf(contract, operation)) {
      const fault = new Fault(name, { text: 'In other words: <none> & "more".' });
      standIn.answer(() => {
        throw fault;
      });
      const { body, failed } = await call(version, operation, request!);
      const { element, detail } = contract.faultForm.render(fault);
      const read = body as { detail?: object; Detail?: object };
      expect({ name, failed, detail: leavesOf(read.detail ?? read.Detail) }).toEqual({
        name,
        failed: true,
        detail: leavesOf({ [element]: detail }),
      });
    }
  });
}

function portOf(client: NodeSoap): string {
  const [ports = {}] = Object.values(client.describe());
  return Object.keys(ports)[0]!;
}

function faultsOf({ commonFaults }: SoapContract, { faults }: SoapOperation): FaultName[] {
  return [...new Set([...faults, ...Object.values(commonFaults)])];
}

/** Header blocks without the ids by which a message would be one that was sent before. */
function headers({ header }: SoapContract): fc.Arbitrary<HeaderBlock | undefined> {
  if (!header) return fc.constant(undefined);
  return messages(header.request.message)
    .filter((value) => header.identify(value).messageId === undefined)
    .map((value) => ({ root: header.request, value }));
}

/** Every text in a value by its path: to node-soap a list of one is no list, and the empty text is nothing. */
function leavesOf(value: unknown, path = ''): [path: string, text: string][] {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value !== 'object') return [[path, String(value)]];
  if (Array.isArray(value))
    return value.flatMap((item, at) => leavesOf(item, at === 0 ? path : `${path}/${at}`));
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, `${path}/${name}`));
}
