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

// One value with what ends it: in quotes, each quote inside doubled; or plain, without quotes and line ends.
const value = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

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
    value.lastIndex = at;
    const match = value.exec(text);
    if (!match) throw new CsvError(line, misplaced);
    const [whole, quoted, plain = '', end] = match;
    at = value.lastIndex;
    values.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += linesIn(whole);
    if (end === ',' && at < text.length) continue;
    if (end === ',') values.push('');
    if (values.length > 1 || values[0] !== '') yield { line: begin, values };
    [values, begin] = [[], line];
  }
}

const misplaced =
  'a quote is misplaced: quotes stand around a whole value, each inside it is doubled, and lines end in LF or CRLF';

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
