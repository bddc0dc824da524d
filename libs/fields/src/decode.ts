import { Refusal } from '@trunkline/faults';
import { parameterOf } from './media-type';

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
 * The text of a message (CONTRACTS.md section 0): by the charset of its Content-Type, else by its XML declaration, else UTF-8; UTF-16
 * needs its byte order mark. Refuses an encoding that we do not read, two statements that differ, and bytes that are not of the
 * encoding: nothing is replaced silently.
 */
export function decodeText(bytes: Buffer, contentType?: string): string {
  const { encoding, content } = recognize(bytes, contentType);
  return decode(content, encoding);
}

/**
 * The same, piece by piece: the text of a long message is as large as the message, and V8 keeps it until it collects everything.
 *
 * @param size Of a piece, in bytes: even, and a character more where one does not end there.
 */
export function* decodeTextInPieces(
  bytes: Buffer,
  contentType: string | undefined,
  size: number,
): Generator<string, void> {
  const { encoding, content } = recognize(bytes, contentType);
  for (let start = 0; start < content.length;) {
    const end = endOfCharacter(content, start + size, encoding);
    yield decode(content.subarray(start, end), encoding);
    start = end;
  }
}

/** Where the character ends that `at` may stand in. */
function endOfCharacter(bytes: Buffer, at: number, encoding: Encoding): number {
  let end = at;
  if (encoding === 'UTF-8') while (((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
  if (!encoding.startsWith('UTF-16')) return end;
  const high = bytes[encoding === 'UTF-16LE' ? end - 1 : end - 2] ?? 0;
  return (high & 0xfc) === 0xd8 ? end + 2 : end;
}

/** What a message is encoded in, and its bytes without the mark that says so. */
function recognize(bytes: Buffer, contentType: string | undefined): { encoding: Encoding; content: Buffer } {
  const mark = byteOrderMark(bytes);
  const content = bytes.subarray(mark?.length ?? 0);
  const declared = declaredEncoding(beginning(content, mark?.encoding));
  const stated = [parameterOf(contentType, 'charset'), declared]
    .filter((name) => name !== undefined)
    .map(encodingNamed);
  const encoding = mark?.encoding ?? stated[0] ?? 'UTF-8';
  if (encoding === 'UTF-16') throw new Refusal('Malformed', 'UTF-16 needs a byte order mark');
  for (const name of stated) {
    if (!agrees(name, encoding))
      throw new Refusal('Malformed', `The message is stated to be ${name} and to be ${encoding}`);
  }
  return { encoding, content };
}

function byteOrderMark(bytes: Buffer): { encoding: Encoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'UTF-8', length: 3 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'UTF-16BE', length: 2 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'UTF-16LE', length: 2 };
  return undefined;
}

/** `<` and `>`, as bytes: sought as a text they take three times as long. */
const [startOfTag, endOfTag] = [0x3c, 0x3e];

/** As far as a declaration goes; nothing where there is none. Latin: other encodings have its characters at the same bytes. */
function beginning(content: Buffer, marked: Encoding | undefined): string {
  if (content[0] !== startOfTag && content[1] !== startOfTag) return '';
  const end = content.indexOf(endOfTag) + 1;
  if (marked !== 'UTF-16LE' && marked !== 'UTF-16BE') return content.toString('latin1', 0, end);
  return new TextDecoder(marked).decode(content.subarray(0, end + (end % 2)));
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
  return new Refusal('Malformed', `The message is not valid ${encoding}`);
}
