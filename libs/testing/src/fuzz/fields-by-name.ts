import { type Field, type MessageClass, plansBelow, planOf } from '@trunkline/fields';
import { type Contract, rootElements } from '@trunkline/operations';

/** The leaves that a contract declares, by the name that they have on the wire. */
export type FieldsByName = ReadonlyMap<string, Field>;

export function fieldsByName(contract: Contract): FieldsByName {
  return new Map(leavesOf(contract).map((field) => [field.name, field]));
}

/** Those of them that nobody else may see. */
export function guardedFields(contract: Contract): FieldsByName {
  const guarded = leavesOf(contract).filter(({ secret, personal }) => secret || personal);
  return new Map(guarded.map((field) => [field.name, field]));
}

function leavesOf(contract: Contract): Field[] {
  const plans = plansBelow(...messagesOf(contract).map((type) => planOf(type)));
  return plans.flatMap(({ fields }) => fields.filter(({ plan }) => !plan));
}

function messagesOf(contract: Contract): MessageClass[] {
  if (contract.form === 'soap') return rootElements(contract).map(({ message }) => message);
  return contract.operations.flatMap(({ request }) => (request ? [request] : []));
}
