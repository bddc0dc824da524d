import { Setting } from './setting';

/** What a service can be told some of whose operations have their effect `outside`. */
export class CallsConfig {
  @Setting('CALL_DEADLINE_MS', {
    type: 'integer',
    default: 30_000,
    min: 100,
    max: 600_000,
    description:
      'How long the calls of a message to back ends may take in all, and how long its repetition waits for its answer, in milliseconds',
  })
  readonly deadline!: number;
}
