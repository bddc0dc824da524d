import { Refusal } from '@trunkline/faults';

// Each reads on from where the search stands; none can fail half-way and try again.
const blanks = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** So many parts of a string at once, not all: V8 keeps something of each until the last. */
const inString = /(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})){1,1000}/y;

const lineFeed = 10;

/** The refusal of a text that is not JSON, with line and column of its offset `at`; found, where it is not given. */
export function malformedJson(text: string, at = offsetOfFault(text)): Refusal {
  let [line, start] = [1, 0];
  // Character by character: to look for each of many line feeds takes longer, to cut the text there takes memory.
  for (let before = 0; before < at; before++)
    if (text.charCodeAt(before) === lineFeed) [line, start] = [line + 1, before + 1];
  return new Refusal('Malformed', 'The message is not valid JSON', { line, column: at - start + 1 });
}

/**
 * Where a text that `JSON.parse` refuses stops being JSON: the offset of the first character that cannot stand there, or its length.
 * V8 tells it for some faults only, and its words may quote the message.
 */
export function offsetOfFault(text: string): number {
  return new Search(text).run();
}

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end';

class Search {
  private at = 0;
  private expected: Expected = 'value';
  /** The closing brackets that are due, the innermost last. */
  private readonly due: ('}' | ']')[] = [];

  constructor(private readonly text: string) {}

  run(): number {
    do this.skip(blanks);
    while (this.step());
    return this.at;
  }

  /** Past one token; false where it cannot stand here. */
  private step(): boolean {
    const character = this.text[this.at];
    if (character === undefined) return false;
    if (character === this.due.at(-1) && this.mayClose()) return this.close();
    if (this.expected === ':') return character === ':' && this.pass('value');
    if (this.expected === ', or end') return character === ',' && this.separate();
    if (this.expected.startsWith('name')) return this.string() && this.pass(':');
    if (character === '{') return this.open('}', 'name or }');
    if (character === '[') return this.open(']', 'value or ]');
    if (character === '"') return this.string() && this.pass(', or end');
    if (this.skip(scalar) === 0) return false;
    this.expected = ', or end';
    return true;
  }

  private mayClose(): boolean {
    return this.expected.includes(' or ');
  }

  private close(): boolean {
    this.due.pop();
    return this.pass(', or end');
  }

  private open(closing: '}' | ']', expected: Expected): boolean {
    this.due.push(closing);
    return this.pass(expected);
  }

  private separate(): boolean {
    const closing = this.due.at(-1);
    return closing !== undefined && this.pass(closing === '}' ? 'name' : 'value');
  }

  /** Up to its closing quote. */
  private string(): boolean {
    if (this.text[this.at] !== '"') return false;
    this.at++;
    while (this.skip(inString) > 0);
    return this.text[this.at] === '"';
  }

  private pass(expected: Expected): true {
    this.at++;
    this.expected = expected;
    return true;
  }

  private skip(expression: RegExp): number {
    expression.lastIndex = this.at;
    const { length } = expression.exec(this.text)?.[0] ?? '';
    this.at += length;
    return length;
  }
}
