import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Who runs where: the measured server has a core to itself, and what loads it or stands behind it has others. */
export type Role = 'server' | 'load' | 'behind';

const cores = availableParallelism();

/** The command before a command that keeps it on its core; nothing where the machine has one core or no `taskset`. */
export function pinned(role: Role): string[] {
  if (cores < 2 || !hasTaskset) return [];
  const core: Record<Role, string> = { server: '0', load: '1', behind: cores > 2 ? `2-${cores - 1}` : '1' };
  return ['taskset', '-c', core[role]];
}

const hasTaskset = works('taskset', ['--version']);

/** In words, for the notes of the table. */
export const placement =
  pinned('server').length > 0
    ? 'Server and load generator have a core each; back ends and PostgreSQL share the generator’s core where there are only two.'
    : 'Nothing is bound to a core here: there is no taskset, or one core only.';

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
