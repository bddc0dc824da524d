import { Setting } from '@trunkline/service';

/** Whom we call back. */
export class CallbackConfig {
  @Setting('ACCOUNTS_CALLBACK_HOSTS', {
    type: 'list',
    optional: true,
    description:
      'The hosts that listeners may be registered at, each with its port unless that is the usual one of http or https; without any, nobody is notified',
  })
  readonly hosts: readonly string[] | undefined;

  @Setting('ACCOUNTS_CALLBACK_NETWORKS', {
    type: 'list',
    optional: true,
    description:
      'The networks that these hosts may be in although they are not public, such as 10.1.0.0/16: without any, callbacks to private addresses are refused',
  })
  readonly networks: readonly string[] | undefined;
}
