import type { CallMetrics } from '@trunkline/outbound';
import type { Call } from '@trunkline/service';
import pino, { type DestinationStream } from 'pino';
import type { IcomsEvent } from '../src/icoms';
import { type IcomsConfig, sandboxCredentials } from '../src/icoms.config';

/** A call as an endpoint makes it; what it logs goes to `log`. */
export function aCall(log: DestinationStream = { write: () => undefined }): Call {
  return {
    id: 'call-1',
    operation: 'CreateEventV2',
    ids: { conversationId: 'conversation-1', requestId: 'request-1', messageId: 'message-1' },
    receivedAt: new Date(0),
    signal: new AbortController().signal,
    log: pino({ level: 'trace' }, log),
    steps: [],
    alsoWrite: [],
  };
}

export function anEvent(): IcomsEvent {
  return {
    accountIdentification: { siteReference: '26', accountNumber: '104118503' },
    event: { sourceCode: 'NSC', typeCode: 'TELESTO' },
    target: {},
    buffer: true,
  };
}

export function aConfig(settings: Partial<IcomsConfig>): IcomsConfig {
  return {
    url: 'http://127.0.0.1:9/',
    ...sandboxCredentials,
    deadline: 10_000,
    connections: 5,
    waiting: 5,
    breakerFailures: 100,
    breakerCoolDown: 5_000,
    ...settings,
  };
}

/** Everything that the metrics were told. */
export class RecordedMetrics implements CallMetrics {
  readonly told: unknown[][] = [];

  backendCall(...facts: unknown[]): void {
    this.told.push(facts);
  }

  breaker(...facts: unknown[]): void {
    this.told.push(facts);
  }

  bulkhead(...facts: unknown[]): void {
    this.told.push(facts);
  }
}
