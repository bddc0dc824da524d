import { IcomsSimulator, startIcomsSimulator } from '@trunkline/backends/icoms';
import { createService, type RunningService } from '@trunkline/service';
import { eachDatabase, settingsOf } from '@trunkline/testing';
import { events } from '../src/events.module';
import { outcomeOf, sendEvent } from './event-message';

eachDatabase((place) => {
  const simulator = new IcomsSimulator();
  let icoms: Awaited<ReturnType<typeof startIcomsSimulator>>;
  let service: RunningService;

  const start = (env: Record<string, string> = {}) =>
    createService(events, { ...settingsOf(place()), ICOMS_URL: icoms.url, ...env });

  beforeAll(async () => {
    icoms = await startIcomsSimulator(simulator);
    service = await start();
  });

  beforeEach(() => simulator.reset());

  afterAll(async () => {
    await service.close();
    await icoms.close();
  });

  /** A database file has one process, so that the service has to stop for another to start on it. */
  const restart = async (env: Record<string, string> = {}) => {
    await service.close();
    service = await start(env);
  };

  const send = (message: Parameters<typeof sendEvent>[1]) => sendEvent(service.url, message);
  const inEnvelopeOf11 = (text: string) =>
    text.replaceAll('http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/');

  it('answers a repetition byte for byte, and creates one event', async () => {
    const first = await send({ messageId: 'a-1' });
    expect(await send({ messageId: 'a-1' })).toEqual(first);
    expect(outcomeOf(first)).toBe('SUCCESS');
    expect(simulator.state().effects).toBe(1);
  });

  it('answers a repetition in the other SOAP version with the same values in its own envelope', async () => {
    const first = await send({ messageId: 'a-2' });
    const again = await send({ messageId: 'a-2', version: '1.2' });
    expect(again.text).not.toBe(first.text);
    expect(inEnvelopeOf11(again.text)).toBe(first.text);
  });

  it('refuses the same ids with other content as 10008', async () => {
    await send({ messageId: 'a-3' });
    const other = await send({ messageId: 'a-3', data: 'other' });
    expect(outcomeOf(other)).toBe('10008');
    expect(other.text).toContain('<flt:path>MessageID</flt:path>');
    expect(simulator.state().effects).toBe(1);
  });

  it('takes the same MessageID of another sender for another message', async () => {
    await send({ messageId: 'a-4' });
    expect(outcomeOf(await send({ messageId: 'a-4', sender: 'urn:portal', data: 'other' }))).toBe('SUCCESS');
    expect(simulator.state().effects).toBe(2);
  });

  it('does every message that has no ids', async () => {
    await send({});
    await send({});
    expect(simulator.state().effects).toBe(2);
  });

  it('takes a corrected message under ids that were refused by validation', async () => {
    expect(outcomeOf(await send({ messageId: 'a-5', account: 'x' }))).toBe('10008');
    expect(outcomeOf(await send({ messageId: 'a-5' }))).toBe('SUCCESS');
  });

  it('gives a declined message the same refusal again, without asking ICOMS', async () => {
    const first = await send({ messageId: 'a-6', account: '900000001' });
    expect(outcomeOf(first)).toBe('10465');
    expect(await send({ messageId: 'a-6', account: '900000001' })).toEqual(first);
    expect(simulator.state().calls).toBe(1);
  });

  it.each(['timeout', 'answer-lost', 'half-answer', 'unreadable', 'html', 'reset'] as const)(
    'does not ask ICOMS again when the answer is lost (%s)',
    async (fault) => {
      await restart({ ICOMS_DEADLINE_MS: '200' });
      simulator.provoke(fault, 1);
      const message = { messageId: `lost-${fault}` };
      expect(outcomeOf(await send(message))).toBe('10466');
      const again = await send(message);
      expect(outcomeOf(again)).toBe('10466');
      expect(again.text).toContain('outcome of this message is unknown');
      expect(simulator.state().calls).toBe(1);
    },
  );

  it('does a message that ICOMS was not asked for when it comes again', async () => {
    await restart({ ICOMS_URL: 'http://127.0.0.1:9/icoms' });
    expect(outcomeOf(await send({ messageId: 'a-7' }))).toBe('10466');
    await restart();
    expect(outcomeOf(await send({ messageId: 'a-7' }))).toBe('SUCCESS');
    expect(simulator.state().effects).toBe(1);
  });

  it('does a message again after ICOMS did not let us in', async () => {
    simulator.provoke('bad-credentials', 1);
    expect(outcomeOf(await send({ messageId: 'a-8' }))).toBe('10003');
    expect(outcomeOf(await send({ messageId: 'a-8' }))).toBe('SUCCESS');
  });

  it('gives everybody who sends the same message at once the one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => send({ messageId: 'a-9' })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(simulator.state().effects).toBe(1);
  });

  it('finds its answers again after a restart', async () => {
    const first = await send({ messageId: 'a-10' });
    await restart();
    expect(await send({ messageId: 'a-10' })).toEqual(first);
    expect(simulator.state().effects).toBe(1);
  });

  it('puts faults in the header where it is set to', async () => {
    await restart({ EVENTS_FAULT_PLACEMENT: 'header' });
    const answer = await send({ messageId: 'a-11', account: '900000001' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<hdr:fault><flt:type>BUSINESS</flt:type><flt:code>10465</flt:code>');
    expect(answer.text).toContain('<evt:responseStatus>FAILURE</evt:responseStatus>');
    expect(answer.text).not.toContain('Fault>');
  });
});
