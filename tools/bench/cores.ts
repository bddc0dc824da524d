import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const last = availableParallelism() - 1;

/** Whether processes can be kept on cores here. */
const canPin = last > 0 && works('taskset', ['--version']);

/** The command before the command of a process that may use every core. */
export const onEveryCore: readonly string[] = canPin ? ['taskset', '-c', `0-${last}`] : [];

/** Keeps us, and what we start from now on, off the first core: it is for the main thread of the server that is measured. */
export function leaveFirstCore(): void {
  if (canPin) pin(process.pid, `1-${last}`);
}

/** Keeps the main thread of a process on the first core, and no other of its threads. */
export function pinMainThread(pid: number): void {
  if (canPin) pin(pid, '0');
}

/** Who runs where, in words. */
export const placement = canPin
  ? 'The main thread of each server has a core to itself. The load generator, what is behind the server (sandbox, PostgreSQL) and the threads of SQLite have the others.'
  : 'Nothing is kept on a core here: there is no taskset, or one core only.';

/** Without `-a` it is of one thread that taskset speaks: of a process, the main one. */
function pin(thread: number, list: string): void {
  execFileSync('taskset', ['-c', '-p', list, String(thread)], { stdio: 'ignore' });
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
