import { Refusal } from '@trunkline/faults';
import type { SoapContract } from '@trunkline/operations';
import { type Sample, samplesOf } from '@trunkline/service';
import { EnvelopeReader, type SoapMessage } from '@trunkline/soap';
import { type Judge, judgeOfEnvelopes } from '../judges/judge';
import { withoutMessageRules } from './verdict';

/** libxml2 finds the answer of every sample valid, and its request where we do. */
export function provesItsSamples(contract: SoapContract): void {
  let judge: Judge;
  beforeAll(() => {
    judge = judgeOfEnvelopes(contract);
  });
  afterAll(() => judge.close());

  it.each(samplesOf(contract).map((sample) => [sample.name, sample] as const))(
    'libxml2 judges the sample as we do: %s',
    async (_, { request, response }) => {
      const [ofRequest, ofResponse] = await judge.judge([request.body ?? '', response.body ?? '']);
      expect(ofResponse).toEqual([]);
      const message = read(contract, request);
      if (message)
        expect({ ofRequest, valid: isValid(contract, message) }).toEqual({
          ofRequest,
          valid: ofRequest!.length === 0,
        });
    },
  );
}

/** The message of a request that is one. */
function read(contract: SoapContract, { headers, body = '' }: Sample['request']): SoapMessage | undefined {
  const { 'content-type': contentType, soapaction: soapAction } = headers;
  try {
    return new EnvelopeReader(contract, { contentType, soapAction, body: Buffer.from(body) }).read();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Whether a message breaks no rule that a schema can say. */
export function isValid(
  contract: SoapContract,
  { operation, request, header, faults }: SoapMessage,
): boolean {
  const inBody = withoutMessageRules(operation.request.message, request, faults);
  const left = contract.header
    ? withoutMessageRules(contract.header.request.message, header!, inBody)
    : inBody;
  return left.length === 0;
}
