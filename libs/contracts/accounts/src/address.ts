import { type Reading, TokenField } from '@trunkline/fields';
import { type FieldFault, Refusal } from '@trunkline/faults';
import type { RestAddress } from '@trunkline/operations';

/** Where everything of the accounts is. */
export const root = '/brm/accountManagement/:version';

const versions: readonly unknown[] = ['v4', 'v5'];

/** What the address of every operation says. */
export class Address {
  @TokenField({ description: 'The version of the API: v4 or v5.', example: 'v4', choices: ['v4', 'v5'] })
  version!: string;
}

/** What the address of one thing says. */
export class AddressOfOne extends Address {
  @TokenField({ description: 'The identifier.', example: 'account-1' })
  id!: string;
}

/** The query parameters of a request: each is taken by whoever knows it, and what is left is refused. */
export class Query {
  readonly faults: FieldFault[] = [];
  private readonly values = new Map<string, string>();

  /** @throws Refusal NotFound for a version that there is not. */
  constructor({ path, query }: RestAddress) {
    if (!versions.includes(path['version'])) throw new Refusal('NotFound');
    for (const [name, value] of Object.entries(query)) {
      if (typeof value === 'string') this.values.set(name, value);
      else this.refuse(name, 'repeated', 'must stand once');
    }
  }

  take(name: string): string | undefined {
    const value = this.values.get(name);
    this.values.delete(name);
    return value;
  }

  /** An integer within bounds; undefined where it is absent, or wrong and refused. */
  takeInteger(name: string, { minimum, maximum }: { minimum: number; maximum: number }): number | undefined {
    const text = this.take(name);
    if (text === undefined) return undefined;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (value >= minimum && value <= maximum) return value;
    this.refuse(name, 'range', `must be an integer from ${minimum} to ${maximum}`);
    return undefined;
  }

  /** What nobody has taken. */
  rest(): [name: string, value: string][] {
    return [...this.values];
  }

  refuse(name: string, rule: string, message: string): void {
    this.faults.push({ path: `?${name}`, rule, message });
  }

  /** The end of reading: what was read, with a fault for each parameter that nobody knows. */
  read<T extends object>(message: T): Reading<T> {
    for (const [name] of this.rest()) this.refuse(name, 'unknown', 'is not known here');
    return { message, faults: this.faults };
  }
}

/** Reads the address of an operation that has no query parameters. */
export function readAddress(address: RestAddress): Reading<Address> {
  return new Query(address).read({ version: String(address.path['version']) });
}

/** Reads the address of one thing, without query parameters. */
export function readAddressOfOne(address: RestAddress): Reading<AddressOfOne> {
  const { version, id } = address.path;
  return new Query(address).read({ version: String(version), id: String(id) });
}
