import type { Call } from '@trunkline/service';
import pino from 'pino';
import type { CallMetrics } from '../src/call-guard';

/** A call as an endpoint makes it, with a time limit that the test ends by hand. */
export function aCall(signal: AbortSignal = new AbortController().signal): Call {
  return {
    id: 'call-1',
    operation: 'CreateEventV2',
    ids: { conversationId: 'conversation-1', requestId: 'request-1', messageId: 'message-1' },
    receivedAt: new Date(0),
    signal,
    log: pino({ level: 'silent' }),
    steps: [],
    alsoWrite: [],
  };
}

/** What the metrics were told, a line each. */
export class RecordedMetrics implements CallMetrics {
  readonly calls: string[] = [];
  readonly seconds: number[] = [];
  readonly breakerStates: string[] = [];
  readonly places: string[] = [];

  backendCall(backend: string, operation: string, outcome: string, seconds: number): void {
    this.calls.push(`${backend} ${operation} ${outcome}`);
    this.seconds.push(seconds);
  }

  breaker(backend: string, state: string): void {
    this.breakerStates.push(`${backend} ${state}`);
  }

  bulkhead(backend: string, running: number, waiting: number): void {
    this.places.push(`${backend} ${running} running ${waiting} waiting`);
  }
}
