import { Setting } from './setting';

/** What every service can be told. A service's own config class extends it: with its port, and with what it alone has. */
export class ServiceConfig {
  @Setting('HOST', { type: 'text', default: '0.0.0.0', description: 'The address to listen on' })
  readonly host!: string;

  @Setting('PORT', {
    type: 'integer',
    min: 0,
    max: 65535,
    description: 'The port to listen on; 0 takes a free one',
  })
  readonly port!: number;

  @Setting('MANAGEMENT_PORT', {
    type: 'integer',
    optional: true,
    min: 0,
    max: 65535,
    description:
      'A port for /health and /metrics alone, which PORT has as well: a thread of its own (14 MiB) answers here, so that nobody waits behind a rush of clients; 0 takes a free one',
  })
  readonly managementPort: number | undefined;

  @Setting('TRUST_PROXY', {
    type: 'integer',
    default: 0,
    min: 0,
    max: 10,
    description: 'How many proxies in front of the service are believed in their X-Forwarded headers',
  })
  readonly trustProxy!: number;

  @Setting('LOG_LEVEL', {
    type: 'choice',
    default: 'info',
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    description: 'The least severe log lines to write',
  })
  readonly logLevel!: string;

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

  @Setting('CALL_DEADLINE_MS', {
    type: 'integer',
    default: 30_000,
    min: 100,
    max: 600_000,
    description:
      'How long the calls of a message to back ends may take in all, and how long its repetition waits for its answer, in milliseconds',
  })
  readonly callDeadline!: number;

  @Setting('JOURNAL_RETENTION_DAYS', {
    type: 'integer',
    default: 90,
    min: 1,
    max: 3650,
    description: 'How long the journal keeps a message, and so knows its repetition, in days',
  })
  readonly journalRetention!: number;

  @Setting('JOB_LEASE_MS', {
    type: 'integer',
    default: 120_000,
    min: 1_000,
    max: 86_400_000,
    description:
      'How long an attempt of a job may take, in milliseconds: after that it is broken off, and another instance may take the job',
  })
  readonly jobLease!: number;

  @Setting('JOB_GIVE_UP_AFTER_MS', {
    type: 'integer',
    default: 259_200_000,
    min: 0,
    max: 31_536_000_000,
    description:
      'How long a job is tried again before it is given up and kept for an operator, in milliseconds',
  })
  readonly jobGiveUpAfter!: number;

  @Setting('DRAIN_DELAY_MS', {
    type: 'integer',
    default: 0,
    min: 0,
    max: 600_000,
    description:
      'How long to go on taking requests after a stop signal, so that balancers notice, in milliseconds',
  })
  readonly drainDelay!: number;

  @Setting('SHUTDOWN_GRACE_MS', {
    type: 'integer',
    // As long as a message may take: one that is cut off is in doubt.
    default: 30_000,
    min: 0,
    max: 600_000,
    description: 'How long requests in flight may take to finish after that, in milliseconds',
  })
  readonly shutdownGrace!: number;
}
