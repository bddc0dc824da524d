import { Refusal } from '@trunkline/faults';
import { endOfBlanks, endOfName, offsetOfForbidden } from './characters';

/** A name as it stands in a document, and its parts. */
export interface Name {
  readonly whole: string;
  /** '' where it has none. */
  readonly prefix: string;
  readonly local: string;
}

/** Goes through a document from its beginning to its end, and refuses it with the place where it stands. */
export class Scanner {
  constructor(
    readonly text: string,
    /** Of the character that comes next. */
    public at: number,
  ) {}

  /** The character that comes next; undefined at the end. */
  get next(): string | undefined {
    return this.text[this.at];
  }

  comesNext(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Goes past blanks, and says whether there were any. */
  skipBlanks(): boolean {
    const start = this.at;
    this.at = endOfBlanks(this.text, start);
    return this.at > start;
  }

  /** Goes past the character that must come next. */
  skip(character: string): void {
    if (this.next !== character) this.fail(`"${character}" must stand here`);
    this.at++;
  }

  /** Goes past the next `end`, and gives what stands before it. */
  readUntil(end: string): string {
    const start = this.at;
    const found = this.text.indexOf(end, start);
    if (found < 0) this.fail(`"${end}" is missing`);
    this.at = found + end.length;
    const read = this.text.slice(start, found);
    const offset = offsetOfForbidden(read);
    if (offset >= 0) this.fail('There is a character that XML cannot hold', start + offset);
    return read;
  }

  readName(): Name {
    const start = this.at;
    const first = this.readNamePart();
    if (this.next !== ':') return { whole: first, prefix: '', local: first };
    this.at++;
    const local = this.readNamePart();
    return { whole: this.text.slice(start, this.at), prefix: first, local };
  }

  /** A name without a colon. */
  readNamePart(): string {
    const start = this.at;
    this.at = endOfName(this.text, start);
    if (this.at === start) this.fail('A name must stand here');
    return this.text.slice(start, this.at);
  }

  /** @throws Refusal Malformed, with line and column. */
  fail(words: string, at = this.at): never {
    const lines = this.text.slice(0, at).split(/\r\n?|\n/);
    throw new Refusal('Malformed', words, { line: lines.length, column: lines.at(-1)!.length + 1 });
  }
}

/** A name of a document as a fault tells it: no fault grows with what a consumer sends. */
export function shortened(name: string): string {
  return name.length <= 100 ? name : `${name.slice(0, 100)}…`;
}
