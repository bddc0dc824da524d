import { below } from '@trunkline/fields';
import { malformedJson } from '@trunkline/operations';
import {
  backslash,
  closeArray,
  closeObject,
  comma,
  deepest,
  type Members,
  openArray,
  openObject,
  parseName,
  parsePiece,
  parseWhole,
  quote,
  requireBlank,
  tooDeep,
} from './json-piece';
import { Turn } from './turn';

/** In UTF-16 units: so much text is parsed at once, in about half a millisecond. */
const usualPiece = 65_536;

/** Reads elements of a long array, so that what was parsed need not stay. */
export type ReadElements = (path: string, elements: unknown[]) => unknown[];

/**
 * `JSON.parse` for a text that is too long to be parsed in one go: long arrays and objects are cut at commas and V8 parses piece after
 * piece, so that others get their turn in between. It takes what `JSON.parse` takes, but for a nesting deeper than 64.
 *
 * @param read Is given what each piece has of an array; without it the elements stay as they are.
 * @throws Refusal Malformed, with line and column.
 */
export async function parseLongJson(
  text: string,
  read: ReadElements = (_path, elements) => elements,
  piece = usualPiece,
): Promise<unknown> {
  const json = new LongJson(text, read, piece);
  const turn = new Turn();
  while (!json.scan()) if (turn.isOver) await turn.next();
  return json.value;
}

/** A bracket that is open. */
class Open {
  /** Where its latest element or member begins. */
  element: number;
  /** What is parsed of it by now: nothing, as long as it may be short enough to be parsed with its parent. */
  value: unknown[] | Members | undefined;
  /** Its name in its parent, or its index there. */
  name: string | number = '';
  path = '';
  /** Its latest element was long and is parsed: only a comma or the closing bracket can follow. */
  complete = false;

  /** @param from Where what is not parsed yet begins. */
  constructor(
    readonly isArray: boolean,
    public from: number,
  ) {
    this.element = from;
  }

  add(elements: unknown[] | Members, read: ReadElements): void {
    const { value } = this;
    if (Array.isArray(value)) for (const each of read(this.path, elements as unknown[])) value.push(each);
    else Object.assign(value!, elements);
  }

  addLong({ name, value }: Open, end: number): void {
    if (Array.isArray(this.value)) this.value.push(value);
    else this.value![name] = value;
    this.from = end;
    this.complete = true;
  }
}

class LongJson {
  value: unknown;
  private at = 0;
  /** Where the value ends. */
  private end = 0;
  private readonly open: Open[] = [];

  constructor(
    private readonly text: string,
    private readonly read: ReadElements,
    private readonly piece: number,
  ) {}

  /** Reads on, about a piece. @returns whether the end is reached. */
  scan(): boolean {
    const until = Math.min(this.at + this.piece, this.text.length);
    while (this.at < until) this.step(this.text.charCodeAt(this.at));
    if (this.at < this.text.length) return false;
    if (this.open.length > 0) throw malformedJson(this.text, this.text.length);
    // Without brackets, or with short ones only, it is one piece after all.
    if (this.value === undefined) this.value = parseWhole(this.text);
    else requireBlank(this.text, this.end, this.text.length);
    return true;
  }

  private step(character: number): void {
    if (character === quote) this.at = this.endOfString();
    else if (character === comma) this.separate();
    else if (character === openArray || character === openObject) this.begin(character === openArray);
    else if (character === closeArray || character === closeObject) this.close(character === closeArray);
    this.at++;
  }

  private endOfString(): number {
    let end = this.at;
    do end = this.text.indexOf('"', end + 1);
    while (end > 0 && this.isEscaped(end));
    return end < 0 ? this.text.length : end;
  }

  private isEscaped(at: number): boolean {
    let backslashes = 0;
    while (this.text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
    return backslashes % 2 === 1;
  }

  private begin(isArray: boolean): void {
    const parent = this.open.at(-1);
    if (parent ? parent.complete : this.value !== undefined) throw malformedJson(this.text, this.at);
    if (this.open.length === deepest) throw tooDeep();
    this.open.push(new Open(isArray, this.at + 1));
  }

  private separate(): void {
    const open = this.open.at(-1);
    if (!open) throw malformedJson(this.text, this.at);
    if (open.complete) this.goOn(open);
    else if (this.at - open.from >= this.piece) this.cut(open);
    open.element = this.at + 1;
  }

  /** After an element that was long itself. */
  private goOn(open: Open): void {
    requireBlank(this.text, open.from, this.at);
    open.from = this.at + 1;
    open.complete = false;
  }

  private cut(open: Open): void {
    this.open.forEach((each, depth) => this.giveValue(each, this.open[depth - 1]));
    this.take(open, this.at);
  }

  /** What is open at a cut is long: it gets a value, and what its parent has before it is parsed. */
  private giveValue(open: Open, parent: Open | undefined): void {
    if (open.value) return;
    // Without a prototype no name in a message means anything to it (`__proto__`).
    open.value = open.isArray ? [] : (Object.create(null) as Members);
    const bracket = open.from - 1;
    if (!parent) return requireBlank(this.text, 0, bracket);
    if (parent.element > parent.from) this.take(parent, parent.element - 1);
    open.name = this.nameIn(parent, bracket);
    open.path = below(parent.path, String(open.name));
  }

  private nameIn({ value, from }: Open, bracket: number): string | number {
    if (!Array.isArray(value)) return parseName(this.text, from, bracket);
    requireBlank(this.text, from, bracket);
    return value.length;
  }

  /** Parses the elements up to the comma or the bracket at `end`. */
  private take(open: Open, end: number): void {
    open.add(parsePiece(this.text, open.from, end, open.isArray), this.read);
    open.from = end + 1;
  }

  private close(isArray: boolean): void {
    const open = this.open.pop();
    if (open?.isArray !== isArray) throw malformedJson(this.text, this.at);
    // Short: its parent has it in one of its pieces.
    if (!open.value) return;
    if (open.complete) requireBlank(this.text, open.from, this.at);
    else this.take(open, this.at);
    this.end = this.at + 1;
    const parent = this.open.at(-1);
    if (parent) parent.addLong(open, this.end);
    else this.value = open.value;
  }
}
