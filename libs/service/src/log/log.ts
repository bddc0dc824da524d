import { type DestinationStream, type Logger, pino } from 'pino';
import type { CallIds } from '../call/call';
import { serializeError } from './serialize-error';
import { standardOutput } from './standard-output';

/**
 * A safety net only: what is secret is not logged in the first place. Exact paths, since pino pays for a wildcard on every
 * line (3 µs) and for these on none that does not have them.
 */
const secrets = ['security', 'password', 'authorization'].flatMap((name) => [
  name,
  `header.${name}`,
  `headers.${name}`,
  `request.${name}`,
]);

/** The service's log: JSON lines, in which neither bodies nor secrets stand. */
export class Log {
  constructor(
    readonly logger: Logger,
    private readonly stream: DestinationStream & { flushSync?(): void },
  ) {}

  /**
   * The logger of one message: the message's ids and operation stand on each of its lines. Costs under a microsecond, as a
   * line does.
   */
  callLogger(ids: CallIds, operation: string): Logger {
    return this.logger.child({ operation, ...ids });
  }

  /** Writes out what is still waiting. */
  flush(): void {
    this.stream.flushSync?.();
  }
}

/**
 * @param level The least severe lines to write.
 * @param stream Standard output unless said otherwise.
 */
export function createLog(service: string, level: string, stream: DestinationStream = standardOutput()): Log {
  const options = {
    level,
    base: { service },
    redact: { paths: secrets, censor: '***' },
    serializers: { err: serializeError },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return new Log(pino(options, stream), stream);
}
