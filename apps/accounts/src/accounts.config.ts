import { JobsConfig, RetentionConfig, ServiceConfig, Settings } from '@trunkline/service';
import { CallbackConfig } from './announce/callback.config';
import { OAuthConfig } from './oauth/oauth.config';

/** Every variable that `accounts` reads. */
export class AccountsConfig extends ServiceConfig {
  override readonly port: number = 3004;

  @Settings(() => JobsConfig)
  readonly jobs!: JobsConfig;

  @Settings(() => RetentionConfig)
  readonly retention!: RetentionConfig;

  @Settings(() => OAuthConfig)
  readonly oauth!: OAuthConfig;

  @Settings(() => CallbackConfig)
  readonly callbacks!: CallbackConfig;
}
