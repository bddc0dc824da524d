import { type Field, type MessageClass, plansBelow, planOf } from '@trunkline/fields';
import { type Contract, rootElements } from '@trunkline/operations';

/** The leaves that a contract declares, by the name that they have on the wire. */
export type FieldsByName = ReadonlyMap<string, Field>;

export function fieldsByName(contract: Contract): FieldsByName {
  const plans = plansBelow(...messagesOf(contract).map((type) => planOf(type)));
  const leaves = plans.flatMap(({ fields }) => fields.filter(({ plan }) => !plan));
  return new Map(leaves.map((field) => [field.name, field]));
}

function messagesOf(contract: Contract): MessageClass[] {
  if (contract.form === 'soap') return rootElements(contract).map(({ message }) => message);
  return contract.operations.flatMap(({ request }) => (request ? [request] : []));
}
