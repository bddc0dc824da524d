import { ProcessConfig } from './process.config';
import { Setting } from './setting';

/**
 * What every service with a contract can be told beside that. A service's own config class extends it: with its port, with what it alone
 * has, and with those of the sections `CallsConfig`, `JobsConfig` and `RetentionConfig` that are for it. `publishesItsFiles` of libs/testing
 * holds it to them, so that what a service lists means something to it.
 */
export class ServiceConfig extends ProcessConfig {
  @Setting('TRUST_PROXY', {
    type: 'integer',
    default: 0,
    min: 0,
    max: 10,
    description: 'How many proxies in front of the service are believed in their X-Forwarded headers',
  })
  readonly trustProxy!: number;

  @Setting('DATABASE_URL', {
    type: 'url',
    optional: true,
    secret: true,
    schemes: ['postgres', 'postgresql'],
    description: 'The PostgreSQL database; without it, an SQLite file in DATA_FOLDER',
  })
  readonly databaseUrl: string | undefined;

  @Setting('DATA_FOLDER', { type: 'text', default: 'data', description: 'The folder of the SQLite file' })
  readonly dataFolder!: string;

  @Setting('BODY_LIMIT', {
    type: 'integer',
    default: 1_048_576,
    min: 1024,
    max: 1_073_741_824,
    description: 'The largest request body that is read, inflated, in bytes',
  })
  readonly bodyLimit!: number;

  @Setting('MESSAGES_AT_ONCE', {
    type: 'integer',
    default: 256,
    min: 1,
    max: 65_536,
    description:
      'How many messages are under way at once at most; what comes on top is refused, to be sent again',
  })
  readonly messagesAtOnce!: number;
}
