import type { FieldFault } from '@trunkline/faults';
import { type Field, fieldsOf, type MessageClass } from './field';
import { factsOf, type MessageFacts } from './message';
import { readText, type ReadText } from './lexical';

/** A field, ready to read and to check. */
export interface PlannedField extends Field {
  /** Its place in the declared order. */
  readonly index: number;
  /** How its text reads in XML; an object field has a plan instead. */
  readonly readText: ReadText | undefined;
  readonly plan: Plan | undefined;
}

/** What a message class comes to, worked out once: readers and writers run on it. */
export interface Plan {
  readonly type: MessageClass;
  readonly facts: MessageFacts;
  readonly fields: readonly PlannedField[];
  readonly byName: ReadonlyMap<string, PlannedField>;
  /** The namespace of each field's element, by its index; '' where it is unqualified or there is no schema. */
  readonly namespaces: readonly string[];
}

/**
 * What a service takes for a name and for one of the choices: what is published and nothing else; or, leniently, a field's alias
 * too, and a choice in any case. A lenient plan only reads: what it reads is spelt as published.
 */
export type Spelling = 'published' | 'lenient';

const plans: Record<Spelling, WeakMap<MessageClass, Plan>> = {
  published: new WeakMap(),
  lenient: new WeakMap(),
};

/** The plan of a message class; made at first use, and at start for every message of a contract. */
export function planOf(type: MessageClass, spelling: Spelling = 'published'): Plan {
  const known = plans[spelling].get(type);
  if (known) return known;
  const facts = factsOf(type);
  const fields: PlannedField[] = [];
  const byName = new Map<string, PlannedField>();
  const plan: Plan = {
    type,
    facts,
    fields,
    byName,
    namespaces: fieldsOf(type).map((field) => elementNamespace(facts, field)),
  };
  // Known before its fields are: a message may contain itself.
  plans[spelling].set(type, plan);
  fieldsOf(type).forEach((field, index) => fields.push(plannedField(field, index, spelling)));
  for (const field of fields) for (const name of namesOf(field, spelling)) byName.set(name, field);
  return plan;
}

/** The plans of messages and of all their parts, each once, a message before its parts. */
export function plansBelow(...plans: readonly Plan[]): Plan[] {
  const found = new Set(plans);
  // A set visits what is added to it on the way.
  for (const plan of found) for (const field of plan.fields) if (field.plan) found.add(field.plan);
  return [...found];
}

function plannedField(field: Field, index: number, spelling: Spelling): PlannedField {
  return {
    ...field,
    index,
    readText: readerOf(field, spelling),
    plan: field.of && planOf(field.of(), spelling),
  };
}

function namesOf({ name, alias }: Field, spelling: Spelling): string[] {
  return alias !== undefined && spelling === 'lenient' ? [name, alias] : [name];
}

function readerOf({ kind, facets: { choices } }: Field, spelling: Spelling): ReadText | undefined {
  if (kind === 'object') return undefined;
  const read = readText[kind];
  if (!choices || spelling === 'published') return read;
  const byLowerCase = new Map(choices.map((choice) => [choice.toLowerCase(), choice]));
  return (text) => {
    const value = read(text);
    return byLowerCase.get(String(value).toLowerCase()) ?? value;
  };
}

function elementNamespace({ schema }: MessageFacts, field: Field): string {
  if (!schema) return '';
  const qualified = field.qualified ?? schema.elements === 'qualified';
  return qualified ? schema.namespace : '';
}

/** So many faults of one message are listed: a flood of them stays small. */
const mostFaults = 1000;

/** The broken rules of one message: filled while it is read. What is unknown does not crowd out what is declared. */
export class FieldFaults {
  private readonly listed: FieldFault[] = [];
  private readonly left = { declared: mostFaults, unknown: mostFaults };
  private more = 0;

  /** @param whole The path of a fault that no part of the message has. */
  constructor(private readonly whole = '') {}

  add(path: string, rule: string, message: string): void {
    const kind = rule === 'unknown' ? 'unknown' : 'declared';
    if (this.left[kind]-- > 0) this.listed.push({ path: path || this.whole, rule, message });
    else this.more++;
  }

  /** What is too much to be listed is counted by the last one. */
  get found(): readonly FieldFault[] {
    if (this.more === 0) return this.listed;
    const message = `breaks more rules than are listed: ${this.more} more`;
    return [...this.listed, { path: this.whole, rule: 'more', message }];
  }
}

/** Adds a fault for each rule that a value breaks; the type first, and nothing more where the type is wrong. */
export function checkValue({ rules }: Field, value: unknown, path: string, faults: FieldFaults): boolean {
  let sound = true;
  for (const rule of rules) {
    if (rule.holds(value)) continue;
    faults.add(path, rule.name, rule.message);
    if (rule.name === 'type') return false;
    sound = false;
  }
  return sound;
}

/**
 * Adds a fault for each field that is absent or stands too few times, and for the rule of the message as a whole. `met` has how
 * many there are of each field, by its index.
 */
export function checkWhole(
  plan: Plan,
  message: object,
  path: string,
  faults: FieldFaults,
  met: readonly (number | undefined)[],
): void {
  for (const { name, index, optional, list } of plan.fields) {
    const count = met[index];
    if (count === undefined && !optional) faults.add(below(path, name), 'required', 'is missing');
    else if (list && count !== undefined && count < list.min) {
      faults.add(below(path, name), 'minItems', `must have at least ${list.min} items`);
    }
  }
  const broken = plan.facts.rule?.(message);
  if (broken) faults.add(below(path, broken.path), broken.rule, broken.message);
}

/** The path of a field inside the part at `path`. */
export function below(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
