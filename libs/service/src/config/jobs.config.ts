import { Setting } from './setting';

/** What a service can be told that has durable jobs. */
export class JobsConfig {
  @Setting('JOB_LEASE_MS', {
    type: 'integer',
    default: 120_000,
    min: 1_000,
    max: 86_400_000,
    description:
      'How long an attempt of a job may take, in milliseconds: after that it is broken off, and another instance may take the job',
  })
  readonly lease!: number;

  @Setting('JOB_GIVE_UP_AFTER_MS', {
    type: 'integer',
    default: 259_200_000,
    min: 0,
    max: 31_536_000_000,
    description:
      'How long a job is tried again before it is given up and kept for an operator, in milliseconds',
  })
  readonly giveUpAfter!: number;
}
