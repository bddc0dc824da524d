import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const apps = join(__dirname, '../../../apps');

/** The variables that a service reads, secrets with the names of their files too, and its own port: from its `.env.example`. */
export function knownVariables(service: string): {
  readonly names: ReadonlySet<string>;
  readonly port: number;
} {
  const text = readFileSync(join(apps, service, '.env.example'), 'utf8');
  const plain = [...text.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);
  const files = [...text.matchAll(/file that holds it: ([A-Z_]+)/g)].map(([, name]) => name!);
  return { names: new Set([...plain, ...files]), port: Number(/^# PORT=(\d+)$/m.exec(text)![1]) };
}

/** Those of some variables that a service does not know. */
export function unknownTo(service: string, variables: readonly string[]): string[] {
  const { names } = knownVariables(service);
  return variables.filter((name) => !names.has(name));
}
