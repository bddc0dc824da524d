import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const apps = join(__dirname, '../../../apps');

/** What the `.env.example` of a service tells. */
interface KnownVariables {
  /** Those that the service reads, secrets with the names of their files too. */
  readonly names: ReadonlySet<string>;
  /** Its own. */
  readonly port: number;
  /** The time that a message may take, in milliseconds. */
  readonly callDeadline: number;
}

export function knownVariables(service: string): KnownVariables {
  const text = readFileSync(join(apps, service, '.env.example'), 'utf8');
  const plain = [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);
  const files = [...text.matchAll(/file that holds it: ([A-Z_]+)/g)].map(([, name]) => name!);
  const numberOf = (name: string) => Number(new RegExp(`^# ${name}=(\\d+)$`, 'm').exec(text)![1]);
  return {
    names: new Set([...plain, ...files]),
    port: numberOf('PORT'),
    callDeadline: numberOf('CALL_DEADLINE_MS'),
  };
}

/** Those of some variables that a service does not know. */
export function unknownTo(service: string, variables: readonly string[]): string[] {
  const { names } = knownVariables(service);
  return variables.filter((name) => !names.has(name));
}
