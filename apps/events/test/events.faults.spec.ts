import { join } from 'node:path';
import { IcomsSimulator, startIcomsSimulator } from '@trunkline/backends/icoms';
import { meetsWireFaults, type Told } from '@trunkline/testing';
import { events } from '../src/events.module';
import { outcomeOf, sendEvent } from './event-message';

meetsWireFaults({
  service: events,
  calls: [{ name: 'ICOMS CreateEvent', url: 'ICOMS_URL', deadline: 'ICOMS_DEADLINE_MS', meets: () => true }],
  matrix: join(__dirname, 'events.faults.json'),
  startBackEnds: async () => {
    const simulator = new IcomsSimulator();
    const { url, close } = await startIcomsSimulator(simulator);
    return { urls: { ICOMS_URL: url }, effects: () => simulator.state().effects, close };
  },
  send: async (url) => told((await sendEvent(url, { messageId: 'm-1' })).text),
});

function told(text: string): Told {
  const outcome = outcomeOf({ status: 0, text });
  if (outcome === 'SUCCESS') return { outcome: 'success', faults: [] };
  const valueOf = (field: string) => new RegExp(`<flt:${field}>([^<]*)<`).exec(text)?.[1] ?? '';
  return {
    outcome: text.includes('outcome of this message is unknown') ? 'unknown' : 'failure',
    faults: [{ code: outcome, severity: valueOf('severity'), sourceSystem: valueOf('sourceSystem') }],
  };
}
