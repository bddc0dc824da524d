import fc from 'fast-check';
import type { Field, Plan, PlannedField } from '@trunkline/fields';
import { planOf } from '@trunkline/fields';
import type { Root } from '@trunkline/operations';
import { texts } from './texts';
import { values } from './values';

/** An element as a test can break it. */
export interface XmlNode {
  name: string;
  namespace: string;
  readonly attributes: Record<string, string>;
  readonly content: (XmlNode | string)[];
  /** The field of a leaf. */
  readonly field?: Field;
}

/** What a tree is filled with. */
interface Filling {
  readonly leaf: (field: Field) => fc.Arbitrary<string>;
  readonly leastOf: (field: Field) => number;
}

/** Trees of a root element: each field where it belongs and as often as it may, its text now and then not what it should be. */
export function trees(root: Root): fc.Arbitrary<XmlNode> {
  const leaves = countLeaves(planOf(root.message));
  return treesOf(root, {
    leaf: (field) => texts(field, leaves),
    leastOf: ({ optional, list }) => (optional ? 0 : (list?.min ?? 1)),
  });
}

/** Trees that break no rule, with every element that may be there. */
export function completeTrees(root: Root): fc.Arbitrary<XmlNode> {
  return treesOf(root, {
    leaf: (field) => values(field).map(String),
    leastOf: ({ list }) => Math.max(1, list?.min ?? 1),
  });
}

/** The element and everything below it that is an element, in document order. */
export function elementsOf(root: XmlNode): XmlNode[] {
  return [root, ...root.content.flatMap((part) => (typeof part === 'string' ? [] : elementsOf(part)))];
}

/** A tree of its own, to break. */
export function copyOf(node: XmlNode): XmlNode {
  const content = node.content.map((part) => (typeof part === 'string' ? part : copyOf(part)));
  return { ...node, attributes: { ...node.attributes }, content };
}

function treesOf({ element, namespace, message }: Root, filling: Filling): fc.Arbitrary<XmlNode> {
  const inside = children(planOf(message), filling);
  return inside.map((content) => ({ name: element, namespace, attributes: {}, content }));
}

function children(plan: Plan, filling: Filling): fc.Arbitrary<XmlNode[]> {
  return fc
    .tuple(...plan.fields.map((field) => occurrences(plan, field, filling)))
    .map((lists) => lists.flat());
}

function occurrences(plan: Plan, field: PlannedField, filling: Filling): fc.Arbitrary<XmlNode[]> {
  const about = { name: field.name, namespace: plan.namespaces[field.index]! };
  const one = field.plan
    ? children(field.plan, filling).map((content): XmlNode => ({ ...about, attributes: {}, content }))
    : filling.leaf(field).map((text): XmlNode => ({ ...about, attributes: {}, content: [text], field }));
  const { min, max = min + 3 } = field.list ?? { min: 1, max: 1 };
  return fc.array(one, { minLength: filling.leastOf(field), maxLength: max });
}

function countLeaves(plan: Plan): number {
  return plan.fields.reduce((count, field) => count + (field.plan ? countLeaves(field.plan) : 1), 0);
}
