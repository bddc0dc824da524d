import { Fault, Refusal } from '@trunkline/faults';
import { ask, greet, greetings } from '../test/greeting';
import { composeAnswer, writeAnswer } from './answer';
import type { RequestHeader } from './message-header';
import { faultOfRefusal, writeEnvelope } from './write';

const facts = { conversationId: 'c', requestId: 'r', messageId: 'm', at: '2026-01-31T09:30:00.000Z' };
const received: RequestHeader = { Service: 'Greetings', BusinessID: 'b', security: 'secret' };
const response = { response: { greeting: 'Hello' } };
const declined = { fault: new Fault('IcomsBusinessException', { text: 'no' }) };

describe('an answer', () => {
  it('repeats what the header was sent with, but no credential', () => {
    expect(composeAnswer(greetings, greet, received, response, facts, 'body')).toEqual({
      header: {
        msgType: 'RESPONSE',
        ActivityStatus: 'SUCCESS',
        ResponseTimestamp: facts.at,
        Service: 'Greetings',
        BusinessID: 'b',
        ConversationID: 'c',
        RequestID: 'r',
        MessageID: 'm',
      },
      body: { greeting: 'Hello' },
    });
  });

  it('is a fault in the body', () => {
    const answer = composeAnswer(greetings, greet, received, declined, facts, 'body');
    expect(answer.header).toMatchObject({ msgType: 'ERROR', ActivityStatus: 'FAILURE' });
    expect(answer.header).not.toHaveProperty('fault.code');
    expect(answer).toMatchObject({
      fault: { code: 'Server', element: 'fault', detail: { code: '10465', text: 'no' } },
    });
  });

  it('is a fault in the header, and a failure in the body, where the service is set so', () => {
    const answer = composeAnswer(greetings, greet, received, declined, facts, 'header');
    expect(answer).toMatchObject({
      header: { msgType: 'ERROR', fault: { code: '10465' } },
      body: { greeting: 'FAILURE' },
    });
    expect(writeAnswer(greetings, greet, answer, '1.1').status).toBe(200);
  });

  it('is a fault in the body all the same where an operation cannot say that it failed', () => {
    expect(composeAnswer(greetings, ask, received, declined, facts, 'header')).toHaveProperty('fault');
  });

  it('says that a broken field is the client’s', () => {
    const fields = [{ path: 'name', rule: 'required', message: 'is missing' }];
    const fault = new Fault('FieldValidationError', { fields });
    expect(composeAnswer(greetings, greet, received, { fault }, facts, 'body').fault).toMatchObject({
      code: 'Client',
      detail: { code: '10008', field: fields },
    });
  });

  it.each([
    [
      '1.1',
      500,
      '<faultcode>env:Server</faultcode><faultstring>ICOMS Business Exception</faultstring><detail><flt:fault',
    ],
    [
      '1.2',
      500,
      '<env:Code><env:Value>env:Receiver</env:Value></env:Code><env:Reason><env:Text xml:lang="en">ICOMS Business Exception</env:Text></env:Reason><env:Detail><flt:fault',
    ],
  ] as const)('is written in SOAP %s', (version, status, part) => {
    const answer = writeAnswer(
      greetings,
      greet,
      composeAnswer(greetings, greet, received, declined, facts, 'body'),
      version,
    );
    expect(answer.status).toBe(status);
    expect(answer.xml).toContain(part);
  });

  it('is the same values in either version', () => {
    const answer = composeAnswer(greetings, greet, received, response, facts, 'body');
    const [in11, in12] = (['1.1', '1.2'] as const).map(
      (version) => writeAnswer(greetings, greet, answer, version).xml,
    );
    expect(in11!.replace(/xmlns:env="[^"]*"/, '')).toBe(in12!.replace(/xmlns:env="[^"]*"/, ''));
  });
});

describe('a refusal', () => {
  it.each([
    [
      '1.1',
      new Refusal('Malformed', 'No <XML>', { line: 2, column: 3 }),
      500,
      'env:Client',
      'No &lt;XML&gt; (line 2, column 3)',
    ],
    ['1.2', new Refusal('Malformed'), 400, 'env:Sender', 'not well formed'],
    ['1.2', new Refusal('MustUnderstand'), 500, 'env:MustUnderstand', ''],
    ['1.1', new Refusal('VersionMismatch'), 500, 'env:VersionMismatch', ''],
    ['1.1', new Refusal('UnknownOperation'), 500, 'env:Client', ''],
    ['1.2', new Refusal('TooLarge'), 413, 'env:Sender', ''],
    ['1.1', new Refusal('UnsupportedEncoding'), 415, 'env:Client', ''],
    ['1.1', new Refusal('Unauthenticated'), 401, 'env:Client', ''],
  ] as const)('in SOAP %s is a fault with its status', (version, refusal, status, code, words) => {
    const answer = faultOfRefusal(version, refusal);
    expect(answer.status).toBe(status);
    const xml = writeEnvelope(version, answer.fault);
    expect(xml).toContain(`>${code}<`);
    expect(xml).toContain(words);
  });
});
