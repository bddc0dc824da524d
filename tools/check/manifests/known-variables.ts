import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const apps = join(__dirname, '../../../apps');

/** What the `.env.example` of a service tells. */
interface KnownVariables {
  /** Those that the service reads, secrets with the names of their files too. */
  readonly names: ReadonlySet<string>;
  /** Their defaults, empty where there is none. */
  readonly defaults: ReadonlyMap<string, string>;
}

export function knownVariables(service: string): KnownVariables {
  const text = readFileSync(join(apps, service, '.env.example'), 'utf8');
  const plain = [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=(.*)$/gm)];
  const defaults = new Map(plain.map(([, name, value]) => [name!, value!]));
  const files = [...text.matchAll(/file that holds it: ([A-Z_]+)/g)].map(([, name]) => name!);
  return { names: new Set([...defaults.keys(), ...files]), defaults };
}

/** Those of some variables that a service does not know. */
export function unknownTo(service: string, variables: readonly string[]): string[] {
  const { names } = knownVariables(service);
  return variables.filter((name) => !names.has(name));
}
