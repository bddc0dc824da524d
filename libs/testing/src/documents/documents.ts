import fc from 'fast-check';
import type { Root } from '@trunkline/operations';
import { type Breakage, breakages } from './breakages';
import { nearMisses } from './texts';
import { completeTrees, copyOf, elementsOf, trees, type XmlNode } from './tree';
import { type Style, textWritings, type TextWriting, writeTree } from './write-tree';

/** Documents of a root element: about a third valid, the others broken in one way or in several, written in every way. */
export function documents(root: Root): fc.Arbitrary<string> {
  return fc
    .tuple(trees(root), rarely(structural, 2), styles, rarely(typing, 1))
    .map(([tree, broken, style, typed]) => {
      const copy = copyOf(tree);
      for (const change of broken) apply(change, copy);
      // Bytes cannot hold half a surrogate pair.
      return typed.reduce(retype, writeTree(copy, style)).toWellFormed();
    });
}

/**
 * Every document that is wrong, or only just right, in one place: each element of a complete one broken in each way, each leaf with
 * each text that is nearly its value.
 */
export function nearlyRight(root: Root, seed: number): string[] {
  const [tree] = fc.sample(completeTrees(root), { numRuns: 1, seed });
  const broken = elementsOf(tree!).flatMap((_, where) => [
    ...brokenElements(tree!, where),
    ...changedTexts(tree!, where),
  ]);
  // What does not look at its choice makes the same document again and again.
  return [...new Set(broken.map((each) => writeTree(each, plainly).toWellFormed()))];
}

const plainly: Style = { prefixes: true, indent: true, writing: [] };

function brokenElements(tree: XmlNode, where: number): XmlNode[] {
  const choices = elementsOf(tree)[where]!.content.length + 1;
  return Object.values(breakages).flatMap((breakage) =>
    Array.from({ length: choices }, (_, choice) => {
      const copy = copyOf(tree);
      apply({ breakage, where, choice }, copy);
      return copy;
    }),
  );
}

function changedTexts(tree: XmlNode, where: number): XmlNode[] {
  const { field, content } = elementsOf(tree)[where]!;
  if (!field) return [];
  return nearMisses(field, String(content[0])).map((text) => {
    const copy = copyOf(tree);
    elementsOf(copy)[where]!.content.splice(0, 1, text);
    return copy;
  });
}

interface Change {
  readonly breakage: Breakage;
  readonly where: number;
  readonly choice: number;
}

const structural: fc.Arbitrary<Change> = fc.record({
  breakage: fc.constantFrom(...Object.keys(breakages)).map((sentence) => breakages[sentence]!),
  where: fc.nat(),
  choice: fc.nat(),
});

function apply({ breakage, where, choice }: Change, tree: XmlNode): void {
  const elements = elementsOf(tree);
  breakage(elements[where % elements.length]!, choice);
}

const styles: fc.Arbitrary<Style> = fc.record({
  prefixes: fc.boolean(),
  indent: fc.boolean(),
  writing: fc.array(fc.constantFrom(...(Object.keys(textWritings) as TextWriting[])), { maxLength: 4 }),
});

interface Typing {
  readonly where: number;
  readonly removed: number;
  readonly inserted: string;
}

/** A slip of the pen in the finished document: mostly no XML any more. */
const typing: fc.Arbitrary<Typing> = fc.record({
  where: fc.nat(),
  removed: fc.nat(2),
  inserted: fc.oneof(
    fc.constantFrom(
      '',
      '<',
      '>',
      '&',
      '"',
      "'",
      '/',
      '!',
      '?',
      '=',
      ':',
      '#',
      ';',
      ']]>',
      '<!--',
      '-->',
      '--',
      '<?x?>',
      '<![CDATA[',
    ),
    fc.constantFrom(
      '\0',
      '\u0001',
      '\u007f',
      '\u0085',
      '\ufffe',
      '\uffff',
      '\ud800',
      '\ufeff',
      '\u0301',
      ' ',
      '\n',
      '\r',
      'a',
      '&lt;',
      '&#0;',
    ),
    fc.constantFrom(
      '&#xd800;',
      '&#x110000;',
      '&unknown;',
      '&#;',
      '&#x;',
      '<a/>',
      '</a>',
      '<a',
      ' a=""',
      '\u00b7',
      '-',
      '.',
      '1',
    ),
  ),
});

function retype(text: string, { where, removed, inserted }: Typing): string {
  const at = where % (text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

function rarely<T>(change: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(change, { minLength: 1, maxLength: most }) },
  );
}
