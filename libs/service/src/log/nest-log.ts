import { Logger as NestPino, PinoLogger } from 'nestjs-pino';
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
    super(new PinoLogger({ pinoHttp: { logger } }), {});
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (chatter.has(String(rest.at(-1)))) this.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}
