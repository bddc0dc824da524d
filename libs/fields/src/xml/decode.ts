import { Refusal } from '@trunkline/faults';

type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'ISO-8859-1' | 'US-ASCII';

const names = new Map<string, Encoding | 'UTF-16'>(
  Object.entries({
    'utf-8': 'UTF-8',
    utf8: 'UTF-8',
    'utf-16': 'UTF-16',
    'utf-16le': 'UTF-16LE',
    'utf-16be': 'UTF-16BE',
    'iso-8859-1': 'ISO-8859-1',
    'iso_8859-1': 'ISO-8859-1',
    latin1: 'ISO-8859-1',
    'us-ascii': 'US-ASCII',
    ascii: 'US-ASCII',
  }),
);

/**
 * The text of an XML document (CONTRACTS.md section 0): by the charset of its Content-Type, else by its declaration, else UTF-8;
 * UTF-16 needs its byte order mark. Refuses an encoding that we do not read, two statements that differ, and bytes that are not
 * of the encoding: nothing is replaced silently.
 */
export function decodeXml(bytes: Buffer, charset?: string): string {
  const mark = byteOrderMark(bytes);
  const text = mark?.encoding === 'UTF-8' || !mark ? undefined : decode(bytes.subarray(2), mark.encoding);
  const declared = declaredEncoding(
    text ?? bytes.toString('latin1', mark?.length ?? 0, bytes.indexOf('>') + 1),
  );
  const stated = [charset, declared].filter((name) => name !== undefined).map(encodingNamed);
  const encoding = mark?.encoding ?? stated[0] ?? 'UTF-8';
  if (encoding === 'UTF-16') throw new Refusal('Malformed', 'UTF-16 needs a byte order mark');
  for (const name of stated) {
    if (!agrees(name, encoding))
      throw new Refusal('Malformed', `The document is stated to be ${name} and to be ${encoding}`);
  }
  return text ?? decode(mark ? bytes.subarray(mark.length) : bytes, encoding);
}

function byteOrderMark(bytes: Buffer): { encoding: Encoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'UTF-8', length: 3 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'UTF-16BE', length: 2 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'UTF-16LE', length: 2 };
  return undefined;
}

function declaredEncoding(start: string): string | undefined {
  return /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1];
}

function encodingNamed(name: string): Encoding | 'UTF-16' {
  const encoding = names.get(name.toLowerCase());
  if (encoding) return encoding;
  throw new Refusal(
    'UnsupportedEncoding',
    `The encoding ${JSON.stringify(name.slice(0, 40))} is not supported: use UTF-8`,
  );
}

function agrees(stated: Encoding | 'UTF-16', encoding: Encoding): boolean {
  return stated === encoding || (stated === 'UTF-16' && encoding.startsWith('UTF-16'));
}

function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'ISO-8859-1') return bytes.toString('latin1');
  if (encoding === 'US-ASCII' && bytes.some((byte) => byte > 0x7f)) throw notOf(encoding);
  const decoder = encoding.startsWith('UTF-16') ? new TextDecoder(encoding, strict) : utf8;
  try {
    return decoder.decode(bytes);
  } catch {
    throw notOf(encoding);
  }
}

const strict = { fatal: true, ignoreBOM: true };
const utf8 = new TextDecoder('UTF-8', strict);

function notOf(encoding: Encoding): Refusal {
  return new Refusal('Malformed', `The document is not valid ${encoding}`);
}
