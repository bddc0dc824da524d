import type { CallMetrics } from '@trunkline/outbound';
import { type Call, Clock, Ids, loadConfig } from '@trunkline/service';
import pino from 'pino';
import { MidasConfig } from '../src/midas.config';
import { MidasRest } from '../src/midas.rest';

export function aCall(): Call {
  return {
    id: 'call-1',
    operation: 'CreateVOIPMigrationWorkOrder',
    ids: { conversationId: 'conversation-1', requestId: 'request-1', messageId: 'message-1' },
    receivedAt: new Date(0),
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    steps: [],
    alsoWrite: [],
  };
}

const unmeasured: CallMetrics = {
  backendCall: () => undefined,
  breaker: () => undefined,
  bulkhead: () => undefined,
};

class CountingIds extends Ids {
  #last = 0;

  override next(): string {
    return `id-${++this.#last}`;
  }
}

class StandingClock extends Clock {
  override now(): Date {
    return new Date('2026-03-01T12:00:00.000Z');
  }
}

/** The client in front of `url`, with its usual settings but for these. */
export function midasAt(url: string, settings: Record<string, string> = {}): MidasRest {
  const config = loadConfig(MidasConfig, { MIDAS_URL: url, ...settings }, 'TEST_');
  return new MidasRest(config, unmeasured, new StandingClock(), new CountingIds());
}
