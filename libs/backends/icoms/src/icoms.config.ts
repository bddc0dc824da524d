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
    type: 'integer',
    default: 10_000,
    min: 10,
    max: 600_000,
    description: 'The time for a call to ICOMS, its wait for a connection included, in milliseconds',
  })
  readonly deadline!: number;

  @Setting('ICOMS_CONNECTIONS', {
    type: 'integer',
    default: 60,
    min: 1,
    max: 10_000,
    description: 'How many calls to ICOMS may run at once, each on a connection',
  })
  readonly connections!: number;

  @Setting('ICOMS_WAITING', {
    type: 'integer',
    default: 240,
    min: 0,
    max: 100_000,
    description: 'How many more calls to ICOMS may wait for a connection',
  })
  readonly waiting!: number;

  @Setting('ICOMS_BREAKER_FAILURES', {
    type: 'integer',
    default: 10,
    min: 1,
    max: 10_000,
    description: 'After how many failures in a row ICOMS is not called for a while',
  })
  readonly breakerFailures!: number;

  @Setting('ICOMS_BREAKER_COOL_DOWN_MS', {
    type: 'integer',
    default: 5_000,
    min: 1,
    max: 600_000,
    description: 'How long that while is, in milliseconds',
  })
  readonly breakerCoolDown!: number;
}
