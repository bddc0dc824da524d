import { serveOnFreePort } from '@trunkline/simulation';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** A token issuer on a real socket. */
export interface Issuer {
  readonly url: string;
  /** How often its keys were fetched. */
  readonly fetches: number;
  /** Signs with the newest key what a sound token has, changed by `claims`. */
  token(claims?: JWTPayload): Promise<string>;
  /** Signs with a key that it does not tell of. */
  forge(): Promise<string>;
  /** Begins a new key and forgets the old one. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

const algorithm = 'ES256';

export async function startIssuer(): Promise<Issuer> {
  const keys = { number: 0, fetches: 0, ...(await generateKeyPair(algorithm)) };
  const publicKey = async () => ({
    ...(await exportJWK(keys.publicKey)),
    kid: `key-${keys.number}`,
    alg: algorithm,
  });
  const { url, close } = await serveOnFreePort(async ({ url: path }, response) => {
    const isConfiguration = path === '/.well-known/openid-configuration';
    if (!isConfiguration) keys.fetches++;
    const answer = isConfiguration ? { issuer: url, jwks_uri: `${url}/keys` } : { keys: [await publicKey()] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });

  const sign = (key: CryptoKey, claims: JWTPayload) => {
    const sound = {
      iss: url,
      aud: 'accounts',
      exp: Math.floor(Date.now() / 1000) + 300,
      scope: 'accounts:read',
    };
    const header = { alg: algorithm, kid: `key-${keys.number}` };
    return new SignJWT({ ...sound, ...claims }).setProtectedHeader(header).sign(key);
  };

  return {
    url,
    get fetches() {
      return keys.fetches;
    },
    token: (claims = {}) => sign(keys.privateKey, claims),
    forge: async () => sign((await generateKeyPair(algorithm)).privateKey, {}),
    rotate: async () => {
      Object.assign(keys, await generateKeyPair(algorithm), { number: keys.number + 1 });
    },
    close,
  };
}
