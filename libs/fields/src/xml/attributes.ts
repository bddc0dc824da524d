import { resolved } from './characters';
import type { Name, Scanner } from './scanner';

/** An attribute as it stands in a tag; a namespace declaration is one, too. */
export interface WrittenAttribute extends Name {
  readonly value: string;
}

const none: readonly WrittenAttribute[] = [];

/** The attributes of a start tag, up to its end; none may be there twice, and only so many at all. */
export function readAttributes(scanner: Scanner, limit: number): readonly WrittenAttribute[] {
  let attributes = none;
  for (;;) {
    const apart = scanner.skipBlanks();
    if (scanner.next === '>' || scanner.next === '/') break;
    if (!apart) scanner.fail('A blank or the end of the tag must stand here');
    attributes = [...attributes, readAttribute(scanner)];
    if (attributes.length > limit) scanner.fail(`An element has more than ${limit} attributes`);
  }
  if (attributes.length > 1)
    refuseTwins(
      attributes.map(({ whole }) => whole),
      scanner,
    );
  return attributes;
}

export function refuseTwins(names: readonly string[], scanner: Scanner): void {
  if (new Set(names).size < names.length) scanner.fail('An element has an attribute twice');
}

function readAttribute(scanner: Scanner): WrittenAttribute {
  const name = scanner.readName();
  scanner.skipBlanks();
  scanner.skip('=');
  scanner.skipBlanks();
  const quote = scanner.next;
  if (quote !== '"' && quote !== "'") scanner.fail('The value of an attribute must stand in quotes');
  const start = ++scanner.at;
  const value = scanner.readUntil(quote);
  if (value.includes('<')) scanner.fail('"<" may not stand in the value of an attribute', start);
  const refuse = (): never => scanner.fail(meaningless, start);
  return { ...name, value: resolved(value.replace(/\r\n|[\t\r\n]/g, ' '), refuse) };
}

export const meaningless = 'A reference means nothing here; "&" itself is written "&amp;"';
