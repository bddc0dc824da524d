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
export function wrongWith(
  contract: Contract,
  request: FuzzedRequest,
  answer: FuzzedAnswer,
): string | undefined {
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

function wrongRest(
  contract: RestContract,
  { sample, path }: FuzzedRequest,
  { status, contentType, text }: FuzzedAnswer,
): string | undefined {
  const operation = sample.operation as RestOperation;
  const succeeded = status >= 200 && status < 300;
  if (!succeeded && !refusedStatuses.includes(status)) return `its status is ${status}`;
  const type = succeeded ? operation.response : contract.faultForm.body;
  if (!type || sample.request.method === 'HEAD') return text === '' ? undefined : 'it has a body';
  if (!contentType.includes('json'))
    return contract.media.types.some((each) => contentType.startsWith(each))
      ? undefined
      : `its type is ${contentType}`;
  const isList = succeeded && operation.list === true;
  const broken = brokenIn(isList ? (JSON.parse(text) as unknown[]) : [JSON.parse(text)], type);
  // What was asked for in part has not everything.
  const wrong = path.includes('fields=') ? broken.filter(({ rule }) => rule !== 'required') : broken;
  return wrong.length === 0 ? undefined : `it breaks ${JSON.stringify(wrong.slice(0, 3))}`;
}

function brokenIn(values: readonly unknown[], type: MessageClass): FieldFault[] {
  return values.flatMap((value) => readObject(type, value).faults);
}
