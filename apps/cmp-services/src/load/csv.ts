/** A record of a CSV file, and the line of the file that it begins on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly values: readonly string[];
}

/** What is wrong with a file, and where. */
export class CsvError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = 'CsvError';
  }
}

/** A value without quotes and line ends, and what must follow any value. */
const plain = /[^",\r\n]*/y;
const end = /,|\r?\n|$/y;

/**
 * The records of a CSV file (RFC 4180): commas, lines that end in CRLF or LF, quotes where a value has one of them in it. An empty
 * line is no record.
 *
 * @throws CsvError where a quote stands that may not.
 */
export function* readCsv(text: string): Generator<CsvRecord> {
  let [line, begin, at] = [1, 1, text.startsWith('\ufeff') ? 1 : 0];
  let values: string[] = [];
  while (at < text.length) {
    const behind = text[at] === '"' ? behindQuotes(text, at) : behindPlain(text, at);
    end.lastIndex = behind;
    const ended = end.exec(text)?.[0];
    if (ended === undefined) throw new CsvError(line, misplaced);
    values.push(withoutQuotes(text.slice(at, behind)));
    line += linesIn(text.slice(at, end.lastIndex));
    at = end.lastIndex;
    if (ended === ',' && at < text.length) continue;
    if (ended === ',') values.push('');
    if (values.length > 1 || values[0] !== '') yield { line: begin, values };
    [values, begin] = [[], line];
  }
}

/** Behind the quote that closes the value: the first that no other doubles. Behind everything where nothing closes it. */
function behindQuotes(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 2))
    if (text[quote + 1] !== '"') return quote + 1;
  return Infinity;
}

function behindPlain(text: string, at: number): number {
  plain.lastIndex = at;
  plain.test(text);
  return plain.lastIndex;
}

function withoutQuotes(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value;
}

const misplaced =
  'a quote is misplaced: quotes stand around a whole value, each inside it is doubled, and lines end in LF or CRLF';

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
