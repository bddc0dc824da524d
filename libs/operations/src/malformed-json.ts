import { Refusal } from '@trunkline/faults';

// Each reads on from where the search stands; none can fail half-way and try again.
const blanks = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const openString = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;

/** The refusal of a text that is not JSON, with line and column of its offset `at`; found, where it is not given. */
export function malformedJson(text: string, at = offsetOfFault(text)): Refusal {
  const before = text.slice(0, at);
  const place = { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
  return new Refusal('Malformed', 'The message is not valid JSON', place);
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
    return this.skip(openString) > 0 && this.text[this.at] === '"';
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
