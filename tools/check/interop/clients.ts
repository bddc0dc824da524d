import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A SOAP client of another language, as Debian packages it. */
export interface Client {
  readonly name: string;
  readonly packages: string;
  readonly program: string;
  /** Ends well where the client is installed. */
  readonly probe: readonly string[];
  readonly script: string;
}

export const clients: readonly Client[] = [
  {
    name: 'zeep',
    packages: 'python3-zeep',
    program: 'python3',
    probe: ['-c', 'import zeep'],
    script: 'zeep_client.py',
  },
  {
    name: 'PHP',
    packages: 'php-cli php-soap',
    program: 'php',
    probe: ['-r', 'exit(class_exists("SoapClient") ? 0 : 1);'],
    script: 'soap_client.php',
  },
];

/** Debian's own comes before any other; and no proxy is between us. */
const env = { PATH: `/usr/bin:${process.env['PATH']}` };

export function isInstalled({ program, probe }: Client): boolean {
  try {
    execFileSync(program, probe, { env, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a client's script.
 *
 * @returns What it saw: the document that it prints.
 * @throws what it says on stderr, when it fails.
 */
export async function run({ program, script }: Client, addresses: readonly string[]): Promise<unknown> {
  const args = [join(__dirname, 'clients', script), ...addresses];
  const { stdout } = await promisify(execFile)(program, args, { env, timeout: 50_000 });
  return JSON.parse(stdout);
}
