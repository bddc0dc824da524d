// What may stand where in a document of XML 1.0 (https://www.w3.org/TR/xml/, fifth edition) with namespaces.

const forbidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Where the first character is that no document may have, not even by its number; -1 where there is none. */
export function offsetOfForbidden(text: string): number {
  return text.search(forbidden);
}

/** By their code, the characters of ASCII that may mean something in text: markup, references, line ends, what is forbidden. */
const notPlain = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[<&\]]/.test(character) || (code < 0x20 && !/[\t\n]/.test(character)) ? 1 : 0;
});

/** Where the first character stands, at `start` or behind it, that one has to look at in text. */
export function endOfPlainText(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); notPlain[code] === 0 || (code >= 0x80 && code < 0xd800);) {
    code = text.charCodeAt(++end);
  }
  return end;
}

const blank = '[ \\t\\r\\n]';
const says = (name: string, value: string): string =>
  `${blank}+${name}${blank}*=${blank}*(?:"${value}"|'${value}')`;
const declaration = new RegExp(
  `^<\\?xml${says('version', '1\\.0')}(?:${says('encoding', '[A-Za-z][-.\\w]*')})?` +
    `(?:${says('standalone', '(?:yes|no)')})?${blank}*\\?>`,
);

/** Where the XML declaration ends, 0 where there is none; undefined where it is not one of XML 1.0. */
export function endOfDeclaration(text: string): number | undefined {
  return /^<\?xml[ \t\r\n]/.test(text) ? declaration.exec(text)?.[0].length : 0;
}

/** Where the first character stands, at `start` or behind it, that is no blank. */
export function endOfBlanks(text: string, start: number): number {
  for (let end = start; ; end++) {
    const code = text.charCodeAt(end);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return end;
  }
}

const nameStart =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}' +
  '\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}';
const anyName = new RegExp(
  `[${nameStart}][${nameStart}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}]*`,
  'uy',
);

/** By their code, the characters of ASCII: 1 may stand in a name, 2 may begin one as well. */
const ascii = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Z_a-z]/.test(character)) return 2;
  return /[-.\d]/.test(character) ? 1 : 0;
});

/** Where the name ends that begins at `start` and has no colon; `start` where none does. */
export function endOfName(text: string, start: number): number {
  if (ascii[text.charCodeAt(start)] !== 2) return endOfAnyName(text, start);
  let end = start + 1;
  while (ascii[text.charCodeAt(end)]! > 0) end++;
  return text.charCodeAt(end) < 0x80 ? end : endOfAnyName(text, start);
}

function endOfAnyName(text: string, start: number): number {
  anyName.lastIndex = start;
  return anyName.test(text) ? anyName.lastIndex : start;
}

const references = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-fA-F]+));|&|\r\n?/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Text as it is meant: each line end a line feed; the five entities of XML, and characters by their number, in place of their
 * references. `refuse` is told where one means nothing, or a character that no document may have.
 */
export function resolved(text: string, refuse: (offset: number) => never): string {
  if (!text.includes('&') && !text.includes('\r')) return text;
  const resolve = (whole: string, entity = '', decimal = '', hexadecimal = '', offset: number): string => {
    if (whole.startsWith('\r')) return '\n';
    return entities[entity] ?? characterOf(decimal, hexadecimal) ?? refuse(offset);
  };
  return text.replace(references, resolve);
}

function characterOf(decimal: string, hexadecimal: string): string | undefined {
  const code = decimal === '' ? parseInt(hexadecimal, 16) : parseInt(decimal, 10);
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
  return offsetOfForbidden(character) < 0 ? character : undefined;
}
