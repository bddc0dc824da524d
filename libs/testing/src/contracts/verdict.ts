import { type FieldFault, Refusal } from '@trunkline/faults';
import { decodeText, type MessageClass, type Plan, planOf, readXml } from '@trunkline/fields';
import type { Root } from '@trunkline/operations';

/** What our reader has against a document, but for the rules of a whole message, which no XML Schema can say. */
export function ourVerdict(root: Root, xml: string): readonly string[] {
  try {
    const { message, faults } = readXml(root, decodeText(Buffer.from(xml)));
    return withoutMessageRules(root.message, message, faults).map(
      ({ path, rule, message }) => `${path}: ${rule} ${message}`,
    );
  } catch (error) {
    if (error instanceof Refusal) return [error.message];
    throw error;
  }
}

/** The faults of single fields. */
export function withoutMessageRules(
  type: MessageClass,
  message: object,
  faults: readonly FieldFault[],
): FieldFault[] {
  const broken = brokenRules(planOf(type), message);
  return faults.filter(
    ({ rule, message: text }) => !broken.some((known) => known.rule === rule && known.message === text),
  );
}

function brokenRules(plan: Plan, message: object): FieldFault[] {
  const values = message as Record<string, unknown>;
  const inside = plan.fields.flatMap(({ name, plan: part }) => {
    const found = part ? [values[name]].flat() : [];
    return found.flatMap((value) => (typeof value === 'object' && value ? brokenRules(part!, value) : []));
  });
  const own = plan.facts.rule?.(message);
  return own ? [own, ...inside] : inside;
}
