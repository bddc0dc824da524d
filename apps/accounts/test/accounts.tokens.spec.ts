import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, SignJWT, UnsecuredJWT } from 'jose';
import type { RunningService } from '@trunkline/service';
import { serveOnFreePort } from '@trunkline/simulation';
import { ask, deliver, errorOf, eventOf, post } from './deliver';
import { type Issuer, startIssuer } from './issuer';
import { startAccounts } from './start-accounts';

const now = () => Math.floor(Date.now() / 1000);

describe('where an issuer is configured', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-tokens-'));
  let issuer: Issuer;
  let service: RunningService;

  beforeAll(async () => {
    issuer = await startIssuer();
    service = await startAccounts({ url: undefined, folder }, { ACCOUNTS_OAUTH_ISSUER: issuer.url });
  });
  afterAll(async () => {
    await service.close();
    await issuer.close();
    rmSync(folder, { recursive: true });
  });

  const read = (token: string) =>
    ask(service.url, '/partyAccount', { headers: { authorization: `Bearer ${token}` } });

  it('a sound token is let through', async () => {
    expect((await read(await issuer.token())).status).toBe(200);
  });

  it.each([
    ['an audience among others', { aud: ['others', 'accounts'] }],
    ['a scope among others', { scope: 'openid accounts:create accounts:read' }],
    ['scopes as a list', { scope: undefined, scp: ['accounts:read'] }],
    ['an end a few seconds ago', { exp: now() - 5 }],
  ])('a token with %s is let through', async (_, claims) => {
    expect((await read(await issuer.token(claims))).status).toBe(200);
  });

  it.each([
    ['that has expired', () => issuer.token({ exp: now() - 60 }), 'The token has expired'],
    ['that never expires', () => issuer.token({ exp: undefined }), 'The token is not valid here'],
    ['that is not valid yet', () => issuer.token({ nbf: now() + 60 }), 'The token is not valid here'],
    [
      'of another issuer',
      () => issuer.token({ iss: 'https://issuer.example.com' }),
      'The token is not valid here',
    ],
    ['for another audience', () => issuer.token({ aud: 'others' }), 'The token is not valid here'],
    ['for no audience', () => issuer.token({ aud: undefined }), 'The token is not valid here'],
    ['signed by another key', () => issuer.forge(), 'The token is not valid here'],
    ['without a signature', () => unsigned(), 'The token is not valid here'],
    ['signed with a shared secret', () => shared(), 'The token is not valid here'],
    ['that is none', () => Promise.resolve('abc.def.ghi'), 'The token is not valid here'],
  ])('a token %s is refused', async (_, token, reason) => {
    const answer = await read(await token());
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(
      `Bearer realm="accounts", error="invalid_token", error_description="${reason}"`,
    );
    expect(errorOf(answer)).toMatchObject({ code: 'Unauthenticated', status: '401', message: `${reason}.` });
  });

  const claims = () => ({ iss: issuer.url, aud: 'accounts', exp: now() + 300, scope: 'accounts:read' });
  const unsigned = () => Promise.resolve(new UnsecuredJWT(claims()).encode());
  const shared = () =>
    new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'key-0' }).sign(new Uint8Array(32));

  it.each([undefined, 'Basic dXNlcjpwYXNzd29yZA==', 'Bearer', 'Bearer a b'])(
    '%s is no token',
    async (authorization) => {
      const answer = await ask(service.url, '/partyAccount', {
        headers: authorization ? { authorization } : {},
      });
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
        401,
        'Bearer realm="accounts"',
      ]);
    },
  );

  it.each([
    [
      'accounts:create',
      (headers: Record<string, string>) => deliver(service.url, eventOf('guarded'), headers),
      201,
    ],
    [
      'accounts:read',
      (headers: Record<string, string>) => ask(service.url, '/partyAccount', { headers }),
      200,
    ],
    [
      'accounts:read',
      (headers: Record<string, string>) => ask(service.url, '/partyAccount/nobody', { headers }),
      404,
    ],
    ['accounts:listen', (headers: Record<string, string>) => post(service.url, '/hub', '{}', headers), 400],
    [
      'accounts:listen',
      (headers: Record<string, string>) => ask(service.url, '/hub/x', { method: 'DELETE', headers }),
      404,
    ],
  ])('needs the scope %s where it does', async (scope, request, status) => {
    const scopes = ['accounts:create', 'accounts:read', 'accounts:listen'];
    const others = scopes.filter((other) => other !== scope).join(' ');
    const answer = await request({ authorization: `Bearer ${await issuer.token({ scope: others })}` });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      403,
      `Bearer realm="accounts", error="insufficient_scope", scope="${scope}"`,
    ]);
    expect(errorOf(answer)).toMatchObject({
      code: 'Forbidden',
      message: `The token does not have the scope ${scope}.`,
    });
    expect((await request({ authorization: `Bearer ${await issuer.token({ scope })}` })).status).toBe(status);
  });

  it('asks for the keys once, and again when they have changed', async () => {
    const old = await issuer.token();
    await Promise.all(Array.from({ length: 20 }, () => read(old)));
    expect(issuer.fetches).toBe(1);
    await issuer.rotate();
    // A flood of tokens with unknown keys must not become one of requests to the issuer: it is asked again after 30 seconds.
    expect((await read(await issuer.token())).status).toBe(401);
    expect(issuer.fetches).toBe(1);
    const later = Date.now() + 31_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    expect((await read(await issuer.token())).status).toBe(200);
    expect((await read(old)).status).toBe(401);
    expect(issuer.fetches).toBe(2);
    clock.mockRestore();
  });

  it('leaves health and documentation open', async () => {
    expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${service.url}/docs-json`)).status).toBe(200);
  });

  it('answers 500 while the issuer cannot be reached, and does not remember it', async () => {
    const place = { url: undefined, folder: mkdtempSync(join(tmpdir(), 'trunkline-tokens-')) };
    const later = await startIssuer();
    const token = await later.token();
    const env = { ACCOUNTS_OAUTH_ISSUER: `${later.url}/`, ACCOUNTS_OAUTH_AUDIENCE: 'accounts' };
    const other = await startAccounts(place, env);
    const answer = await ask(other.url, '/partyAccount', { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, errorOf(answer)['code']]).toEqual([500, 'Unexpected']);
    await other.close();
    await later.close();
    rmSync(place.folder, { recursive: true });
  });
});

describe('where several keys have no id', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-tokens-'));
  let pairs: GenerateKeyPairResult[];
  let keys: Awaited<ReturnType<typeof serveOnFreePort>>;
  let service: RunningService;

  beforeAll(async () => {
    pairs = await Promise.all(Array.from({ length: 3 }, () => generateKeyPair('ES256')));
    keys = await serveOnFreePort(async (_, response) => {
      const told = await Promise.all(pairs.slice(0, 2).map(({ publicKey }) => exportJWK(publicKey)));
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: told }));
    });
    service = await startAccounts({ url: undefined, folder }, { ACCOUNTS_OAUTH_JWKS_URL: keys.url });
  });
  afterAll(async () => {
    await service.close();
    await keys.close();
    rmSync(folder, { recursive: true });
  });

  const readWith = async (key: number, exp = now() + 300) => {
    const claims = new SignJWT({ aud: 'accounts', exp, scope: 'accounts:read' });
    const token = await claims.setProtectedHeader({ alg: 'ES256' }).sign(pairs[key]!.privateKey);
    return ask(service.url, '/partyAccount', { headers: { authorization: `Bearer ${token}` } });
  };

  it.each([0, 1])('a token that one of them fits is let through', async (key) => {
    expect((await readWith(key)).status).toBe(200);
  });

  it.each([
    ['fits one of them and has expired', 1, now() - 60, 'The token has expired.'],
    ['fits none of them', 2, now() + 300, 'The token is not valid here.'],
  ])('a token that %s is refused', async (_, key, exp, message) => {
    const answer = await readWith(key, exp);
    expect([answer.status, errorOf(answer)['message']]).toEqual([401, message]);
  });
});

describe('where only the address of the keys is configured', () => {
  it('tokens of any issuer with these keys are let through', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trunkline-tokens-'));
    const issuer = await startIssuer();
    const service = await startAccounts(
      { url: undefined, folder },
      { ACCOUNTS_OAUTH_JWKS_URL: `${issuer.url}/keys` },
    );
    const authorization = `Bearer ${await issuer.token({ iss: 'https://behind-a-proxy.example.com' })}`;
    expect((await ask(service.url, '/partyAccount', { headers: { authorization } })).status).toBe(200);
    expect((await ask(service.url, '/partyAccount')).status).toBe(401);
    await service.close();
    await issuer.close();
    rmSync(folder, { recursive: true });
  });
});
