import { limitSettings } from '@trunkline/outbound';
import { Setting } from '@trunkline/service';

/** Where MIDAS is and how it is called. The defaults are the sandbox's. */
export class MidasConfig {
  @Setting('MIDAS_URL', {
    type: 'url',
    default: 'http://127.0.0.1:3010',
    description: 'MIDAS, without the /restapi of its operations',
  })
  readonly url!: string;

  @Setting('MIDAS_SENDER_URI', {
    type: 'text',
    default: 'urn:trunkline:voip-migration',
    description: 'The VMMD-senderURI that MIDAS knows us by',
  })
  readonly senderUri!: string;

  @Setting('MIDAS_DEADLINE_MS', {
    ...limitSettings.deadline,
    default: 3_000,
    description: 'The time for a call to MIDAS, its wait for a connection included, in milliseconds',
  })
  readonly deadline!: number;

  @Setting('MIDAS_CONNECTIONS', {
    ...limitSettings.connections,
    default: 80,
    description:
      'How many calls to MIDAS may run at once, each on a connection; status reports that are repeated among them',
  })
  readonly connections!: number;

  @Setting('MIDAS_WAITING', {
    ...limitSettings.waiting,
    description: 'How many more calls to MIDAS may wait for a connection',
  })
  readonly waiting!: number;

  @Setting('MIDAS_BREAKER_FAILURES', {
    ...limitSettings.breakerFailures,
    description: 'After how many failures in a row MIDAS is not called for a while',
  })
  readonly breakerFailures!: number;

  @Setting('MIDAS_BREAKER_COOL_DOWN_MS', limitSettings.breakerCoolDown)
  readonly breakerCoolDown!: number;
}
