import { type Plan, planOf } from '@trunkline/fields';
import type { RestOperation } from '@trunkline/operations';
import type { XmlNode } from '../documents/tree';
import { writeTree } from '../documents/write-tree';
import { treeOf } from './change-xml';

/**
 * The document of a request with its elements in the order in which they are declared. A contract that takes them in any order publishes
 * one of those, for XSD 1.0 cannot say so of elements that may be repeated.
 */
export function inDeclaredOrder({ request }: RestOperation, xml: string): string {
  const ordered = order(treeOf(xml)!, planOf(request!));
  return writeTree(ordered, { prefixes: false, indent: false, writing: [] });
}

function order(node: XmlNode, plan: Plan): XmlNode {
  const placed = node.content.map((part) => {
    if (typeof part === 'string') return { part, place: -1 };
    const place = plan.fields.findIndex(({ name }) => name === part.name);
    const below = plan.fields[place]?.plan;
    return { part: below ? order(part, below) : part, place };
  });
  return { ...node, content: placed.sort((one, other) => one.place - other.place).map(({ part }) => part) };
}
