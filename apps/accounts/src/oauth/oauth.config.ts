import { accountsContract } from '@trunkline/contracts/accounts';
import { Setting } from '@trunkline/service';

const scopes = [...new Set(accountsContract.operations.map(({ scope }) => scope))].join(', ');

/** Whose tokens are accepted. Without an issuer and without a JWKS address none is asked for. */
export class OAuthConfig {
  @Setting('ACCOUNTS_OAUTH_ISSUER', {
    type: 'url',
    optional: true,
    description: `The issuer of the OAuth 2.0 bearer tokens; without it and ACCOUNTS_OAUTH_JWKS_URL none is needed. Their scopes are ${scopes}: which operation needs which stands at /docs`,
  })
  readonly issuer: string | undefined;

  @Setting('ACCOUNTS_OAUTH_JWKS_URL', {
    type: 'url',
    optional: true,
    description: "Where the issuer's keys are; without it, the issuer's OpenID configuration tells",
  })
  readonly jwksUrl: string | undefined;

  @Setting('ACCOUNTS_OAUTH_AUDIENCE', {
    type: 'text',
    default: 'accounts',
    description: 'The audience that a token must be for',
  })
  readonly audience!: string;
}
