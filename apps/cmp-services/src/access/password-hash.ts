import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** 32 MiB and a quarter of a second for each guess (OWASP's password storage cheat sheet). */
const costs = { log2N: 15, r: 8, p: 3 };
const keyLength = 32;

/** What is kept of a password: with it a password can be told right or wrong, and not found out. */
export interface PasswordHash {
  readonly options: ScryptOptions;
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** A password as it stands in the configuration: of letters, digits, `-`, `_` and `.`, so that no shell changes it. */
export async function hashPassword(password: string): Promise<string> {
  const { log2N, r, p } = costs;
  const salt = randomBytes(16);
  const key = await derive(password, salt, keyLength, optionsOf(log2N, r, p));
  return ['scrypt', log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('.');
}

/** The hash of no password, which takes as long to tell. */
export function noPassword(): PasswordHash {
  const { log2N, r, p } = costs;
  return { options: optionsOf(log2N, r, p), salt: randomBytes(16), key: randomBytes(keyLength) };
}

/** Reads what `hashPassword` wrote; undefined where it is something else. */
export function readPasswordHash(text: string): PasswordHash | undefined {
  const parts = /^scrypt\.(1\d|20)\.(\d{1,2})\.(\d{1,2})\.([\w-]{22})\.([\w-]{43})$/.exec(text);
  if (!parts) return undefined;
  const [, log2N, r, p, salt = '', key = ''] = parts;
  return {
    options: optionsOf(Number(log2N), Number(r), Number(p)),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

/** Takes the same time whatever is wrong with the password. */
export async function isPassword(password: string, { options, salt, key }: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(password, salt, key.length, options), key);
}

function optionsOf(log2N: number, r: number, p: number): ScryptOptions {
  const N = 2 ** log2N;
  // Node refuses what needs more than 32 MiB unless it is told to.
  return { N, r, p, maxmem: 128 * r * (N + p) + 1_048_576 };
}
