import { decodeText, decodeTextInPieces } from './decode';

const typed = (charset: string | undefined) => charset && `text/xml; charset=${charset}`;
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>ä</a>`;
const marked = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('the bytes of a message', () => {
  it.each<[string, Buffer, string | undefined]>([
    ['UTF-8 without a word', Buffer.from('<a>ä</a>'), undefined],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>ä</a>'), 'UTF-8'],
    ['UTF-8 by both', Buffer.from(declared('utf-8')), 'utf8'],
    ['UTF-16, little end first', marked('<a>ä</a>'), 'utf-16'],
    ['UTF-16, big end first', marked('<a>ä</a>').swap16(), undefined],
    ['UTF-16 by both', marked(declared('UTF-16')), 'utf-16le'],
    ['ISO-8859-1 by its Content-Type', Buffer.from('<a>ä</a>', 'latin1'), 'iso-8859-1'],
    ['ISO-8859-1 by its declaration', Buffer.from(declared('ISO-8859-1'), 'latin1'), undefined],
    [
      'ISO-8859-1 by a long declaration',
      Buffer.from(declared('ISO-8859-1').replace(' encoding', `${' '.repeat(5_000)} encoding`), 'latin1'),
      undefined,
    ],
  ])('are read as %s', (_, bytes, charset) => {
    expect(decodeText(bytes, typed(charset))).toContain('<a>ä</a>');
  });

  it.each<[string, Buffer, string | undefined, string]>([
    ['that differ from what is said', Buffer.from(declared('utf-8')), 'iso-8859-1', 'Malformed'],
    ['of UTF-16 without a mark', Buffer.from('<a/>', 'utf16le'), 'utf-16', 'Malformed'],
    ['of UTF-16 that say UTF-8', marked(declared('utf-8')), undefined, 'Malformed'],
    ['that are no UTF-8', Buffer.from('<a>ä</a>', 'latin1'), undefined, 'Malformed'],
    ['that are no US-ASCII', Buffer.from('<a>ä</a>'), 'us-ascii', 'Malformed'],
    ['of an encoding that is not read', Buffer.from('<a/>'), 'windows-1252', 'UnsupportedEncoding'],
    ['of an encoding with an odd name', Buffer.from('<a/>'), '__proto__', 'UnsupportedEncoding'],
  ])('%s are refused', (_, bytes, charset, kind) => {
    expect(() => decodeText(bytes, typed(charset))).toThrow(expect.objectContaining({ kind }));
  });

  it.each<[string, Buffer, string | undefined]>([
    ['UTF-8', Buffer.from('<a>äß€\u{1F600}-\u{1F600}€ßä</a>'), undefined],
    ['UTF-16, little end first', marked('<a>äß€\u{1F600}-\u{1F600}€ßä</a>'), undefined],
    ['UTF-16, big end first', marked('<a>äß€\u{1F600}-\u{1F600}€ßä</a>').swap16(), undefined],
    ['ISO-8859-1', Buffer.from('<a>äß</a>', 'latin1'), 'iso-8859-1'],
  ])('are the same in pieces of %s, wherever they end', (_, bytes, charset) => {
    for (let size = 2; size <= bytes.length + 2; size += 2) {
      const pieces = [...decodeTextInPieces(bytes, typed(charset), size)];
      expect(pieces.join('')).toBe(decodeText(bytes, typed(charset)));
      expect(pieces.length).toBeLessThanOrEqual(Math.ceil(bytes.length / size));
    }
  });

  it.each<[string, number[]]>([
    ['end within a character', [0x61, 0x62, 0xc3]],
    ['have an end without a beginning', [0x61, 0x62, 0x80, 0x80, 0x80, 0x80, 0x63]],
  ])('that %s are refused in pieces, too', (_, bytes) => {
    const read = () => [...decodeTextInPieces(Buffer.from(bytes), undefined, 2)];
    expect(read).toThrow(expect.objectContaining({ kind: 'Malformed' }));
  });
});
