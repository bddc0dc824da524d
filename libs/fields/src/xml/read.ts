import type { MessageClass } from '../field';
import {
  below,
  checkValue,
  checkWhole,
  FieldFaults,
  type Plan,
  type PlannedField,
  planOf,
  type Spelling,
} from '../plan';
import { shortened, type XmlElement } from './parse';

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';

/** An element that is open: a part of the message, a leaf of it, or something that does not belong there. */
class Open {
  text = '';
  /** The last field that was met, for the order of a sequence. */
  last = -1;
  /** How many of each field were met, by its index. */
  readonly met: number[] = [];

  constructor(
    readonly path: string,
    readonly plan: Plan | undefined,
    readonly field: PlannedField | undefined,
    readonly message: Record<string, unknown>,
    readonly nil: boolean,
  ) {}
}

/** Where the element stands that a message is read from. */
interface Place {
  /** What the paths of its fields begin with. */
  readonly path?: string;
  /** It may be absent, and so it may be nil. */
  readonly optional?: boolean;
  readonly spelling?: Spelling;
}

/**
 * Reads one element and what is in it into a message, by the fields of its class: namespaces, order, counts, types, rules.
 * Nothing is thrown: every broken rule is collected, and what can be read is read. It is fed the events of a document from
 * the element's start to its end.
 */
export class ElementReader<T extends object = object> {
  readonly faults: FieldFaults;
  readonly message: T;
  private readonly optional: boolean;
  private readonly open: Open[] = [];

  constructor(
    type: MessageClass<T>,
    root: XmlElement,
    { path = '', optional = false, spelling }: Place = {},
  ) {
    const plan = planOf(type, spelling);
    this.faults = new FieldFaults(path || root.local);
    this.message = new type();
    this.optional = optional;
    const nil = this.readAttributes(root, path);
    this.open.push(new Open(path, plan, undefined, this.message as Record<string, unknown>, nil));
  }

  /** Whether the element that it was made for is read to its end. */
  get done(): boolean {
    return this.open.length === 0;
  }

  element(element: XmlElement): void {
    const parent = this.open[this.open.length - 1]!;
    const field = parent.plan && fieldFor(parent.plan, element);
    const path = below(
      parent.path,
      field?.list
        ? `${field.name}/${parent.met[field.index] ?? 0}`
        : (field?.name ?? shortened(element.local)),
    );
    if (!field) return this.openUnknown(parent, path, element);
    this.place(parent, field, path);
    const nil = this.readAttributes(element, path);
    const message = (field.plan ? new field.plan.type() : parent.message) as Record<string, unknown>;
    this.open.push(new Open(path, field.plan, field, message, nil));
  }

  text(text: string): void {
    const at = this.open[this.open.length - 1]!;
    if (at.field && !at.plan) at.text += text;
    else if (at.plan && !isBlank(text))
      this.faults.add(at.path, 'content', 'must contain elements only, no text');
  }

  close(): void {
    const at = this.open.pop()!;
    if (at.nil) return this.closeNil(at);
    if (at.plan) checkWhole(at.plan, at.message, at.path, this.faults, at.met);
    const parent = this.open[this.open.length - 1];
    if (!at.field || !parent) return;
    assign(parent.message, at.field, at.plan ? at.message : this.leaf(at, at.field));
  }

  /** The value of a leaf, or nothing where its text is no such value: then a fault says so. */
  private leaf({ text, path }: Open, field: PlannedField): unknown {
    const value = field.readText!(text);
    if (value === undefined) this.faults.add(path, 'type', field.rules[0]!.message);
    else checkValue(field, value, path, this.faults);
    return value;
  }

  private openUnknown(parent: Open, path: string, element: XmlElement): void {
    // Inside something unknown everything is: the outermost is told.
    if (parent.plan || parent.field) this.faults.add(path, 'unknown', unknownMessage(parent, element));
    this.open.push(new Open(path, undefined, undefined, {}, false));
  }

  /** Order and count of an element among its neighbours. */
  private place(parent: Open, field: PlannedField, path: string): void {
    const count = (parent.met[field.index] ?? 0) + 1;
    parent.met[field.index] = count;
    const most = field.list ? (field.list.max ?? Infinity) : 1;
    if (count > most)
      this.faults.add(path, 'maxOccurs', `must stand at most ${most} ${most === 1 ? 'time' : 'times'}`);
    else if (field.index < parent.last && parent.plan!.facts.order !== 'any') {
      this.faults.add(path, 'order', `must stand before ${parent.plan!.fields[parent.last]!.name}`);
    }
    parent.last = Math.max(parent.last, field.index);
  }

  private closeNil({ field, path, text, met }: Open): void {
    const optional = field ? field.optional : this.optional;
    if (!optional) this.faults.add(path, 'required', 'is required and must not be nil');
    else if (text !== '' || met.length > 0) this.faults.add(path, 'nil', 'is nil and must be empty');
  }

  /** Whether the element says that it is nil. */
  private readAttributes({ attributes }: XmlElement, path: string): boolean {
    let nil = false;
    for (const name in attributes) {
      const { uri, local, value } = attributes[name]!;
      if (uri === xsi && local === 'nil') nil = /^[ \t\n\r]*(true|1)[ \t\n\r]*$/.test(value);
      // Of other namespaces, and `id`: they say nothing of the message (CONTRACTS.md section 0).
      if (uri === '' && local !== 'id')
        this.faults.add(
          below(path, `@${shortened(local)}`),
          'unknown',
          'is not an attribute of this element',
        );
    }
    return nil;
  }
}

function fieldFor(plan: Plan, element: XmlElement): PlannedField | undefined {
  const field = plan.byName.get(element.local);
  return field && plan.namespaces[field.index] === element.uri ? field : undefined;
}

function unknownMessage(parent: Open, { local, uri }: XmlElement): string {
  const known = parent.plan?.byName.get(local);
  if (!known) return 'is not an element of this message';
  const wanted = parent.plan!.namespaces[known.index];
  return wanted === ''
    ? `must be in no namespace, not in ${shortened(uri)}`
    : `must be in namespace ${wanted}`;
}

function assign(message: Record<string, unknown>, field: PlannedField, value: unknown): void {
  if (field.list) ((message[field.name] ??= []) as unknown[]).push(value);
  // Of elements that must stand once the first counts; the others are faults already.
  else message[field.name] ??= value;
}

/** Character by character: it is asked of all the white space of a document, where a pattern costs ten times as much. */
function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return false;
  }
  return true;
}
