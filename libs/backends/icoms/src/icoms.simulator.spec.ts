import { anEvent } from '../test/icoms-call';
import { createEventRequest } from './gateway-request';
import type { IcomsEvent } from './icoms';
import { sandboxCredentials } from './icoms.config';
import { IcomsSimulator } from './icoms.simulator';

const request = (event: IcomsEvent = anEvent()): string => createEventRequest(event, sandboxCredentials);

describe('the simulator', () => {
  it('starts with nothing', () => {
    expect(new IcomsSimulator().state()).toEqual({ calls: 0, effects: 0, events: [], faults: [] });
  });

  it('uses its faults up in their order', () => {
    const simulator = new IcomsSimulator();
    simulator.provoke('reset', 2);
    simulator.provoke('timeout', 1);
    expect(simulator.state().faults).toEqual([
      { fault: 'reset', calls: 2 },
      { fault: 'timeout', calls: 1 },
    ]);
    const acts = [1, 2, 3, 4].map(() => simulator.receive(request()).act);
    expect(acts).toEqual(['hang-up', 'hang-up', 'say-nothing', 'answer']);
    expect(simulator.state()).toMatchObject({ calls: 4, effects: 1, faults: [] });
  });

  it('forgets everything when it is reset', () => {
    const simulator = new IcomsSimulator();
    simulator.receive(request());
    simulator.provoke('reset', 2);
    simulator.reset();
    expect(simulator.state()).toEqual(new IcomsSimulator().state());
    expect(simulator.receive(request()).act).toBe('answer');
  });

  it('answers slowly, with the event created', () => {
    const simulator = new IcomsSimulator();
    simulator.provoke('slow', 1);
    expect(simulator.receive(request())).toMatchObject({ act: 'answer', afterMs: 2_000 });
    expect(simulator.state().effects).toBe(1);
  });

  it('keeps no more than the latest thousand events, and counts them all', () => {
    const simulator = new IcomsSimulator();
    for (let number = 1; number <= 1_001; number++) {
      simulator.receive(request({ ...anEvent(), event: { ...anEvent().event, data: String(number) } }));
    }
    const { effects, events } = simulator.state();
    expect([effects, events.length]).toEqual([1_001, 1_000]);
    expect(events[0]).toMatchObject({ attributes: { EVNTDATA: '2' } });
  });

  it('takes no more than a hundred pending faults', () => {
    const simulator = new IcomsSimulator();
    for (let number = 1; number <= 100; number++) simulator.provoke('reset', 1);
    expect(() => simulator.provoke('reset', 1)).toThrow(RangeError);
  });

  it.each([
    ['what is no XML', 'hello', 'REQUEST CANNOT BE READ'],
    ['a DOCTYPE', `<!DOCTYPE ICOMS>${request()}`, 'REQUEST CANNOT BE READ'],
    [
      'another macro',
      request().replaceAll('MAC00183', 'MAC00184'),
      'ONE INL01374 IN ONE MAC00183 IN ICOMS EXPECTED',
    ],
    ['no site', request().replace('SITEID="26" ', ''), 'SITEID IS MISSING'],
    ['no password', request().replace('PASSWORD="example-only" ', ''), 'PASSWORD IS MISSING'],
    ['no event type', request().replace('EVNTTYPECODE="TELESTO" ', ''), 'EVNTTYPECODE IS MISSING'],
    ['an attribute that it does not know', request().replace('BUFREVNT', 'BUFFER'), 'BUFFER IS NOT KNOWN'],
  ])('answers %s with a system error, and creates nothing', (_what, xml, text) => {
    const simulator = new IcomsSimulator();
    expect(simulator.receive(xml)).toMatchObject({
      status: 200,
      body: `<ICOMS><ERROR _RC="-10" _MQQ="" _MSGNO="" _MSGTEXT="${text}"/></ICOMS>`,
    });
    expect(simulator.state()).toMatchObject({ calls: 1, effects: 0 });
  });
});
