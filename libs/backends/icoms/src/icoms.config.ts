import { limitSettings } from '@trunkline/outbound';
import { Setting } from '@trunkline/service';
import type { Credentials } from './gateway-request';

/** Whom the sandbox lets in. No secret: it stands in the documentation. */
export const sandboxCredentials: Credentials = {
  userid: 'TRUNKLINE',
  password: 'example-only',
  environment: 'SANDBOX',
};

/** Where ICOMS is and how it is called. The defaults are the sandbox's. */
export class IcomsConfig {
  @Setting('ICOMS_URL', {
    type: 'url',
    default: 'http://127.0.0.1:3010/icoms/gateway',
    description: 'The XML gateway of ICOMS',
  })
  readonly url!: string;

  @Setting('ICOMS_USERID', {
    type: 'text',
    default: sandboxCredentials.userid,
    description: 'The user that ICOMS knows us as',
  })
  readonly userid!: string;

  @Setting('ICOMS_PASSWORD', {
    type: 'text',
    secret: true,
    default: sandboxCredentials.password,
    description: 'The password of that user',
  })
  readonly password!: string;

  @Setting('ICOMS_ENVIRONMENT', {
    type: 'text',
    default: sandboxCredentials.environment,
    description: 'The ICOMS environment that requests are for',
  })
  readonly environment!: string;

  @Setting('ICOMS_DEADLINE_MS', {
    ...limitSettings.deadline,
    default: 10_000,
    description: 'The time for a call to ICOMS, its wait for a connection included, in milliseconds',
  })
  readonly deadline!: number;

  @Setting('ICOMS_CONNECTIONS', {
    ...limitSettings.connections,
    description: 'How many calls to ICOMS may run at once, each on a connection',
  })
  readonly connections!: number;

  @Setting('ICOMS_WAITING', {
    ...limitSettings.waiting,
    description: 'How many more calls to ICOMS may wait for a connection',
  })
  readonly waiting!: number;

  @Setting('ICOMS_BREAKER_FAILURES', {
    ...limitSettings.breakerFailures,
    description: 'After how many failures in a row ICOMS is not called for a while',
  })
  readonly breakerFailures!: number;

  @Setting('ICOMS_BREAKER_COOL_DOWN_MS', limitSettings.breakerCoolDown)
  readonly breakerCoolDown!: number;
}
