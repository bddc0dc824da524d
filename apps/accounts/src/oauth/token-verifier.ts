import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Refusal } from '@trunkline/faults';
import { Clock, Log } from '@trunkline/service';
import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import { IssuerKeys } from './issuer-keys';
import { OAuthConfig } from './oauth.config';

/** Signatures by a key pair only: who can check a token must not be able to make one. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** How far the clocks of the issuer and ours may be apart, in seconds. */
const clockTolerance = 30;

/** What is wrong with the token, and not with the issuer or with us. */
const faultsOfToken = [
  errors.JWTInvalid,
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
];

/** Admits requests by their OAuth 2.0 bearer token (RFC 6750), where an issuer is configured, and everybody where none is. */
@Injectable()
export class TokenVerifier implements OnApplicationBootstrap {
  private readonly keys: IssuerKeys;

  constructor(
    private readonly config: OAuthConfig,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.keys = new IssuerKeys(config);
  }

  onApplicationBootstrap(): void {
    if (this.isNeeded) return;
    this.log.logger.warn('no ACCOUNTS_OAUTH_ISSUER is configured: requests need no token');
  }

  /** @throws Refusal Unauthenticated or Forbidden; any other error when the issuer's keys cannot be had. */
  async admit(authorization: string | undefined, scope: string): Promise<void> {
    if (!this.isNeeded) return;
    const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated('Send an OAuth 2.0 bearer token', '');
    const { scope: scopes, scp } = await this.verify(token);
    if (!granted(scopes ?? scp).includes(scope)) throw forbidden(scope);
  }

  private get isNeeded(): boolean {
    return this.config.issuer !== undefined || this.config.jwksUrl !== undefined;
  }

  private async verify(token: string): Promise<JWTPayload> {
    const { issuer, audience } = this.config;
    const keys = await this.keys.get();
    try {
      const currentDate = this.clock.now();
      const rules = {
        audience,
        algorithms,
        clockTolerance,
        currentDate,
        requiredClaims: ['exp'],
        ...(issuer && { issuer }),
      };
      return await payloadOf(token, keys, rules);
    } catch (error) {
      if (!faultsOfToken.some((type) => error instanceof type)) throw error;
      const reason =
        error instanceof errors.JWTExpired ? 'The token has expired' : 'The token is not valid here';
      throw unauthenticated(reason, `error="invalid_token", error_description="${reason}"`);
    }
  }
}

/** A key needs no id (RFC 7515, 4.1.4): where several may have signed the token, each is tried. */
async function payloadOf(token: string, keys: JWTVerifyGetKey, rules: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, rules)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, rules)).payload;
      } catch (misfit) {
        if (!(misfit instanceof errors.JWSSignatureVerificationFailed)) throw misfit;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/** RFC 8693 has them as one text with blanks between; some issuers as a list. */
function granted(scopes: unknown): unknown[] {
  if (Array.isArray(scopes)) return scopes;
  return typeof scopes === 'string' ? scopes.split(' ') : [];
}

function unauthenticated(message: string, error: string): Refusal {
  return new Refusal('Unauthenticated', message, { headers: challenge(error) });
}

function forbidden(scope: string): Refusal {
  const headers = challenge(`error="insufficient_scope", scope="${scope}"`);
  return new Refusal('Forbidden', `The token does not have the scope ${scope}`, { headers });
}

function challenge(error: string): Record<string, string> {
  return { 'WWW-Authenticate': `Bearer realm="accounts"${error === '' ? '' : `, ${error}`}` };
}
