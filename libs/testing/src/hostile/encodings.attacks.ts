import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Attack, Target } from './attack';
import { envelope, request } from './request';

const malformed = { fault: 'Client' } as const;
const unsupported = { fault: 'Client', status: 415 } as const;
const tooLarge = { fault: 'Client', status: 413 } as const;
const accepted = { answered: '1.1' } as const;

/** Bytes that are not what they are said to be, or more than they seem. */
export function encodingAttacks(target: Target): Attack[] {
  return [...charsetAttacks(target), ...utf8Attacks(target), ...compressionAttacks(target)];
}

/** A document with a letter in it that encodings write differently. */
function document(target: Target, encoding?: string): string {
  const prologue = encoding === undefined ? '' : `<?xml version="1.0" encoding="${encoding}"?>`;
  return envelope(target, { prologue, blocks: '<x>ä</x>' });
}

function charsetAttacks(target: Target): Attack[] {
  const attack = (
    name: string,
    charset: string | undefined,
    body: Buffer,
    expected: Attack['expected'],
  ): Attack => {
    const type = charset === undefined ? 'text/xml' : `text/xml; charset=${charset}`;
    return { name, bytes: () => request(target, { headers: { 'Content-Type': type }, body }), expected };
  };
  const utf16 = (encoding?: string) => Buffer.from(document(target, encoding), 'utf16le');
  const little = Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('UTF-16')]);
  const latin = (encoding?: string) => Buffer.from(document(target, encoding), 'latin1');
  const utf8 = (encoding?: string) => Buffer.from(document(target, encoding));
  return [
    attack(
      'is of UTF-8 with a byte order mark',
      'utf-8',
      Buffer.concat([Buffer.from('\ufeff'), utf8('utf-8')]),
      accepted,
    ),
    attack('is of UTF-16, little end first', 'utf-16', little, accepted),
    attack('is of UTF-16, big end first', undefined, Buffer.from(little).swap16(), accepted),
    attack('is of UTF-16 without a byte order mark', 'utf-16', utf16(), malformed),
    attack('is of UTF-16 and says UTF-8', 'utf-8', little, malformed),
    attack(
      'is of UTF-16 with half a character at its end',
      'utf-16',
      little.subarray(0, little.length - 1),
      malformed,
    ),
    attack('is of ISO-8859-1 by its Content-Type', 'ISO-8859-1', latin(), accepted),
    attack('is of ISO-8859-1 by its declaration', undefined, latin('iso-8859-1'), accepted),
    attack('is of ISO-8859-1 and says nothing', undefined, latin(), malformed),
    attack('is of ISO-8859-1 and says UTF-8', 'utf-8', latin(), malformed),
    attack('says UTF-8 outside and ISO-8859-1 inside', 'utf-8', utf8('ISO-8859-1'), malformed),
    attack('says ISO-8859-1 outside and UTF-8 inside', 'iso-8859-1', utf8('UTF-8'), malformed),
    attack('is of US-ASCII', 'us-ascii', Buffer.from(envelope(target)), accepted),
    attack('is of US-ASCII with an umlaut', 'us-ascii', utf8(), malformed),
    attack('is of windows-1252', 'windows-1252', latin(), unsupported),
    attack('is of UTF-7', 'utf-7', utf8(), unsupported),
    attack('is of EBCDIC by its declaration', undefined, utf8('IBM037'), unsupported),
    attack('is of an encoding with a strange name', '"x\\"y"', utf8(), unsupported),
  ];
}

function utf8Attacks(target: Target): Attack[] {
  const attack = (name: string, ...wrong: number[]): Attack => {
    const [before, after] = envelope(target, { blocks: '<x>|</x>' }).split('|') as [string, string];
    const body = Buffer.concat([Buffer.from(before), Buffer.from(wrong), Buffer.from(after)]);
    return { name, bytes: () => request(target, { body }), expected: malformed };
  };
  return [
    attack('has a byte that no UTF-8 has', 0xff),
    attack('has half a character of UTF-8', 0xc3),
    attack('has an overlong less-than sign', 0xc0, 0xbc),
    attack('has an overlong NUL', 0xc0, 0x80),
    attack('has half a surrogate pair in UTF-8', 0xed, 0xa0, 0x80),
    attack('has a character beyond the last', 0xf4, 0x90, 0x80, 0x80),
    attack('has a NUL', 0),
    attack('has a control character', 0x0b),
    attack('has the character U+FFFE', 0xef, 0xbf, 0xbe),
  ];
}

function compressionAttacks(target: Target): Attack[] {
  const attack = (
    name: string,
    encoding: string,
    body: (plain: string) => Buffer,
    expected: Attack['expected'],
  ): Attack => {
    const headers = { 'Content-Encoding': encoding };
    return { name, bytes: () => request(target, { headers, body: body(envelope(target)) }), expected };
  };
  const bomb = () => envelope(target, { blocks: `<x>${' '.repeat(64 * 1024 * 1024)}</x>` });
  return [
    attack('is gzipped', 'gzip', gzipSync, accepted),
    attack('is gzipped by its old name', 'x-gzip', gzipSync, accepted),
    attack('is deflated', 'deflate', deflateSync, accepted),
    attack('is compressed by Brotli', 'br', brotliCompressSync, accepted),
    attack('is a gzip bomb', 'gzip', () => gzipSync(bomb()), tooLarge),
    attack('is a deflate bomb', 'deflate', () => deflateSync(bomb()), tooLarge),
    attack(
      'is gzipped and ends in the middle',
      'gzip',
      (plain) => gzipSync(plain).subarray(0, 40),
      malformed,
    ),
    attack('is said to be gzipped and is not', 'gzip', Buffer.from, malformed),
    attack('is gzipped and does not say so', 'identity', gzipSync, malformed),
    attack('is gzipped twice', 'gzip, gzip', (plain) => gzipSync(gzipSync(plain)), unsupported),
    attack('is compressed in a way that we do not know', 'compress', Buffer.from, unsupported),
  ];
}
