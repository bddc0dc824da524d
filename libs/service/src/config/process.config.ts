import { Setting } from './setting';

/** What every process can be told, also one without a contract: the sandbox. */
export class ProcessConfig {
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

  @Setting('LOG_LEVEL', {
    type: 'choice',
    default: 'info',
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    description: 'The least severe log lines to write',
  })
  readonly logLevel!: string;

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
