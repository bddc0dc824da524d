import { JsonNumber, type JsonObject, type JsonValue, longestNumber } from './json-value';
import { malformed, nameOf, place } from './malformed';

/** Deeper than any message, and far from the end of the stack. */
const mostOpen = 64;

// Each reads on from where the reader stands.
const blanks = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainString = /"[^"\\\u0000-\u001f]*"/y;
const openString = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
const words: readonly [string, boolean | null][] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/**
 * Reads JSON (RFC 8259) without loss, and strictly: what JSON leaves to its readers is refused here, so that no two of them can
 * take a message for different things. That is a name that stands twice in an object, half of a surrogate pair, and U+0000,
 * which no database text holds. So are more than 64 brackets open at once, and a number of more than 1,000 characters.
 *
 * @throws Refusal Malformed, with line, column and what to do about it.
 */
export function readJson(text: string): JsonValue {
  return new JsonReader(text).document();
}

class JsonReader {
  private at = 0;
  /** Where the brackets that are open stand. */
  private readonly open: number[] = [];

  constructor(private readonly text: string) {}

  document(): JsonValue {
    this.skip(blanks);
    const value = this.value();
    this.skip(blanks);
    if (this.at < this.text.length) throw this.unexpected('the end of the message');
    return value;
  }

  private value(): JsonValue {
    const next = this.text[this.at];
    if (next === '"') return this.string();
    if (next === '{') return this.object();
    if (next === '[') return this.array();
    const digits = this.skip(number);
    if (digits !== undefined) return this.number(digits);
    const word = words.find(([name]) => this.text.startsWith(name, this.at));
    if (!word) throw this.unexpected('a value');
    this.at += word[0].length;
    return word[1];
  }

  private object(): JsonObject {
    const members = new Map<string, JsonValue>();
    if (this.opens('}')) {
      do this.member(members);
      while (this.goesOn('}'));
    }
    return members;
  }

  private member(members: Map<string, JsonValue>): void {
    const start = this.at;
    if (this.text[start] !== '"') throw this.unexpected('the name of an attribute in double quotes');
    const name = this.string();
    if (members.has(name)) throw malformed(this.text, start, `${nameOf(name)} stands twice in one object`);
    this.skip(blanks);
    if (this.text[this.at] !== ':') throw this.unexpected('":"');
    this.at++;
    this.skip(blanks);
    members.set(name, this.value());
  }

  private array(): JsonValue[] {
    const items: JsonValue[] = [];
    if (this.opens(']')) {
      do items.push(this.value());
      while (this.goesOn(']'));
    }
    return items;
  }

  /** Past an opening bracket; false where the closing one follows at once, then past that. */
  private opens(close: string): boolean {
    if (this.open.length === mostOpen)
      throw malformed(this.text, this.at, `more than ${mostOpen} brackets are open`);
    this.open.push(this.at);
    this.at++;
    this.skip(blanks);
    return !this.closes(close);
  }

  /** After an item: past a comma, or past the closing bracket and false. */
  private goesOn(close: string): boolean {
    this.skip(blanks);
    if (this.closes(close)) return false;
    const comma = this.at;
    if (this.text[comma] !== ',') throw this.unexpected(`"," or "${close}"`);
    this.at++;
    this.skip(blanks);
    if (this.text[this.at] !== close) return true;
    const hint = `the comma before it, at ${place(this.text, comma)}, is one too many`;
    throw malformed(this.text, this.at, `"${close}" follows a comma: ${hint}`);
  }

  private closes(close: string): boolean {
    if (this.text[this.at] !== close) return false;
    this.at++;
    this.open.pop();
    return true;
  }

  private number(digits: string): JsonNumber {
    if (digits.length <= longestNumber) return new JsonNumber(digits);
    throw malformed(this.text, this.at - digits.length, `a number of more than ${longestNumber} characters`);
  }

  private string(): string {
    const start = this.at;
    const plain = this.skip(plainString);
    if (plain !== undefined) return plain.slice(1, -1);
    this.skip(openString);
    if (this.text[this.at] !== '"') throw this.brokenString(start);
    this.at++;
    const value = JSON.parse(this.text.slice(start, this.at)) as string;
    if (!value.isWellFormed()) throw malformed(this.text, start, 'half of a surrogate pair in a text');
    if (value.includes('\0')) throw malformed(this.text, start, 'U+0000 in a text');
    return value;
  }

  private brokenString(start: number) {
    const { text, at } = this;
    if (at === text.length)
      return malformed(text, at, `the text that begins at ${place(text, start)} is not closed`);
    if (text[at] === '\\')
      return malformed(text, at, 'a backslash that escapes nothing: write \\\\ for the character itself');
    return malformed(
      text,
      at,
      'a line break or another control character in a text: write \\n, or \\u and four digits',
    );
  }

  private unexpected(expected: string) {
    const { text, at } = this;
    if (at < text.length) return malformed(text, at, `${nameOf(text[at]!)} where ${expected} is expected`);
    const opened = this.open.at(-1);
    if (opened === undefined) return malformed(text, at, 'the message is empty');
    return malformed(text, at, `the "${text[opened]}" at ${place(text, opened)} is not closed`);
  }

  /** Reads on over what the expression matches here; undefined where it does not. */
  private skip(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0];
    if (found) this.at += found.length;
    return found;
  }
}
