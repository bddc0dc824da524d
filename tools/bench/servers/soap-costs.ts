import { decodeText, type MessageClass, parseXml, readObject } from '@trunkline/fields';
import type { SoapContract } from '@trunkline/operations';
import { composeAnswer, EnvelopeReader, writeAnswer } from '@trunkline/soap';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { measure, type Measured } from './measure';

/** Prints what reading, checking and writing cost of a message of a SOAP contract and of its answer. */
export function printSoapCosts(contract: SoapContract, document: string, response: object): void {
  const body = Buffer.from(document);
  const request = { contentType: 'text/xml; charset=utf-8', soapAction: undefined, body };
  const { operation, request: message, header } = new EnvelopeReader(contract, request).read();
  const facts = { conversationId: 'c', requestId: 'r', messageId: 'm', at: new Date(0).toISOString() };
  const answer = composeAnswer(contract, operation, header, { response }, facts, 'body');
  const parts = [part(operation.request.message, message)];
  if (header) parts.push(part(contract.header!.request.message, header));
  const measured: Measured[] = [
    ['reading and checking the envelope, in one pass', () => new EnvelopeReader(contract, request).read()],
    ['… of that, the XML parser alone', () => parseXml(decodeText(body), ignore)],
    [
      'checking alone, of values that are read',
      () => parts.map(({ type, value }) => readObject(type, value)),
    ],
    ['… by class-transformer and class-validator', () => parts.map(checkByDecorators)],
    ['writing the answer', () => Buffer.from(writeAnswer(contract, operation, answer, '1.1').xml)],
  ];
  process.send?.({ costs: measure(measured) });
}

const ignore = { open: () => undefined, text: () => undefined, close: () => undefined };

interface Part {
  readonly type: MessageClass;
  readonly value: object;
}

/** A message as plain values. */
function part(type: MessageClass, value: object): Part {
  return { type, value: JSON.parse(JSON.stringify(value)) as object };
}

function checkByDecorators({ type, value }: Part): unknown {
  return validateSync(plainToInstance(type, value));
}
