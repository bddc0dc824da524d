import { Logger as NestPino, PinoLogger } from 'nestjs-pino';
import type { Logger } from 'pino';
import type { Log } from './log';

/** Who says, while Nest starts, what it does; of interest only to who looks for a fault there. */
const chatter = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Nest's own lines, in the service's log. */
export class NestLog extends NestPino {
  constructor({ logger }: Log) {
    super(new OwnLogger(logger), {});
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (chatter.has(String(rest.at(-1)))) this.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}

/** nestjs-pino keeps one logger a process, and tests run several services in one. */
class OwnLogger extends PinoLogger {
  constructor(private readonly own: Logger) {
    super({ pinoHttp: { logger: own } });
  }

  override get logger(): Logger {
    return this.own;
  }
}
