import type { FieldFault } from '@trunkline/faults';
import type { MessageClass } from './field';
import { below, checkValue, checkWhole, FieldFaults, type Plan, type PlannedField, planOf } from './plan';

/** What came of reading a message: the message as far as it could be read, and every rule that it breaks. */
export interface Reading<T extends object> {
  readonly message: T;
  readonly faults: readonly FieldFault[];
}

/**
 * Reads a parsed JSON value into a message: types as they stand (no string becomes a number), null is absence, unknown
 * properties are left out.
 */
export function readObject<T extends object>(type: MessageClass<T>, value: unknown): Reading<T> {
  const faults = new FieldFaults();
  return { message: read(planOf(type), value, '', faults) as T, faults: faults.found };
}

function read(plan: Plan, value: unknown, path: string, faults: FieldFaults): object {
  const message = new plan.type() as Record<string, unknown>;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.add(path, 'type', 'must be an object');
    return message;
  }
  const given = value as Record<string, unknown>;
  const met: number[] = [];
  for (const field of plan.fields) {
    const own = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
    if (own === undefined || own === null) continue;
    met[field.index] = count(field, own);
    message[field.name] = readField(field, own, below(path, field.name), faults);
  }
  checkWhole(plan, message, path, faults, met);
  return message;
}

function count({ list }: PlannedField, value: unknown): number {
  if (!list) return 1;
  // What is no array is told to be none, and nothing more.
  return Array.isArray(value) ? value.length : list.min;
}

function readField(field: PlannedField, value: unknown, path: string, faults: FieldFaults): unknown {
  if (!field.list) return readOne(field, value, path, faults);
  if (!Array.isArray(value)) {
    faults.add(path, 'type', 'must be an array');
    return [];
  }
  const { max = Infinity } = field.list;
  if (value.length > max) faults.add(path, 'maxItems', `must have at most ${max} items`);
  return value.map((item, index) => readOne(field, item, `${path}/${index}`, faults));
}

function readOne(field: PlannedField, value: unknown, path: string, faults: FieldFaults): unknown {
  if (field.plan) return read(field.plan, value, path, faults);
  checkValue(field, value, path, faults);
  return value;
}
