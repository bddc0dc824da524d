import { catalogue, type FieldFault } from '@trunkline/faults';
import { type MessageClass, readObject } from '@trunkline/fields';
import type { Contract, RestContract, RestOperation } from '@trunkline/operations';
import { inside } from '../hostile/expect-reply';
import type { FuzzedRequest } from './fuzzed-request';

/** An answer as a client has it; its status is 0 where there is none, and its text says why. */
export interface FuzzedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

const soapTypes = /^(text\/xml|application\/soap\+xml); charset=utf-8$/;
const refusedStatuses = [400, 401, 403, 404, 405, 406, 409, 413, 415, 500, 503];

/** What is wrong with an answer, whatever it answers; that of SOAP has still to be valid by its schemas. */
export async function wrongWith(
  contract: Contract,
  request: FuzzedRequest,
  answer: FuzzedAnswer,
): Promise<string | undefined> {
  if (answer.status === 0) return 'there is none';
  if (inside.test(answer.text)) return 'it shows the inside';
  if (isUnexpected(contract, answer)) return 'it is the unexpected error';
  return contract.form === 'soap' ? wrongSoap(answer) : wrongRest(contract, request, answer);
}

/** The row of whatever nobody foresaw, without the words that go with it where it is thrown on purpose. */
function isUnexpected({ commonFaults }: Contract, { status, text }: FuzzedAnswer): boolean {
  const { code, description } = catalogue[commonFaults.unexpected];
  return status === 500 && text.includes(code) && text.includes(description) && !/"text"|:text>/.test(text);
}

function wrongSoap({ status, contentType }: FuzzedAnswer): string | undefined {
  if (!soapTypes.test(contentType)) return `its type is ${contentType}`;
  return [200, ...refusedStatuses].includes(status) ? undefined : `its status is ${status}`;
}

async function wrongRest(
  contract: RestContract,
  { sample, path }: FuzzedRequest,
  { status, contentType, text }: FuzzedAnswer,
): Promise<string | undefined> {
  const operation = sample.operation as RestOperation;
  const succeeded = status >= 200 && status < 300;
  if (!succeeded && !refusedStatuses.includes(status)) return `its status is ${status}`;
  const type = succeeded ? operation.response : contract.faultForm.body;
  if (!type || sample.request.method === 'HEAD') return text === '' ? undefined : 'it has a body';
  if (!contentType.includes('json'))
    return contract.media.types.some((each) => contentType.startsWith(each))
      ? undefined
      : `its type is ${contentType}`;
  const faults = succeeded
    ? await faultsIn(text, contract, operation, type)
    : readObject(type, JSON.parse(text)).faults;
  // What was asked for in part has not everything.
  const wrong = path.includes('fields=') ? faults.filter(({ rule }) => rule !== 'required') : faults;
  return wrong.length === 0 ? undefined : `it breaks ${JSON.stringify(wrong.slice(0, 3))}`;
}

/** By the contract's own reader: some have numbers that JavaScript has not. */
async function faultsIn(
  text: string,
  { media }: RestContract,
  operation: RestOperation,
  request: MessageClass,
): Promise<readonly FieldFault[]> {
  const plain = { ...operation, request, unwrap: (body: unknown) => body };
  const values = operation.list ? itemsOf(text) : [text];
  const readings = values.map((value) => media.read(plain, Buffer.from(value), 'application/json'));
  return (await Promise.all(readings)).flatMap(({ faults }) => faults);
}

function itemsOf(text: string): string[] {
  return (JSON.parse(text) as unknown[]).map((item) => JSON.stringify(item));
}
