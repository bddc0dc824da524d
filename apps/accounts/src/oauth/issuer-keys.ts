import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { OAuthConfig } from './oauth.config';

/** For each request to the issuer, in milliseconds. */
const timeoutDuration = 5_000;

/** Keys are fetched again after ten minutes, and for a key that is not known, but then only every thirty seconds. */
const caching = { cacheMaxAge: 600_000, cooldownDuration: 30_000, timeoutDuration };

/** The issuer's keys: fetched when they are first needed, kept, and fetched again when the issuer has changed them. */
export class IssuerKeys {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly config: OAuthConfig) {}

  /** @throws whatever keeps the issuer from answering; the next call tries again. */
  async get(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.locate().then((url) => createRemoteJWKSet(url, caching));
    try {
      return await this.keys;
    } catch (error) {
      this.keys = undefined;
      throw error;
    }
  }

  private async locate(): Promise<URL> {
    const { jwksUrl, issuer = '' } = this.config;
    if (jwksUrl !== undefined) return new URL(jwksUrl);
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutDuration) });
    const { issuer: named, jwks_uri: keys } = (await answer.json()) as {
      issuer?: unknown;
      jwks_uri?: unknown;
    };
    if (named !== issuer)
      throw new Error(`${address} is the configuration of another issuer than ACCOUNTS_OAUTH_ISSUER`);
    if (typeof keys !== 'string' || !URL.canParse(keys)) throw new Error(`${address} names no jwks_uri`);
    return new URL(keys);
  }
}
