import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What was asked for is not what a command takes; `message` says what. */
export class UsageError extends Error {}

/** The flags and words that a command was called with. @throws UsageError where it takes no such flag. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

/** A whole number of at least so many. @throws UsageError */
export function readNumber(name: string, text: string, least: number): number {
  if (/^\d{1,15}$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError(`--${name} takes a whole number of at least ${least}, not ${text}.`);
}

/** Those of some names that there are none of. @throws UsageError */
export function refuseUnknown(names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no ${unknown}; there are ${known.join(', ')}.`);
}

/** Runs a command: its exit code is that of the process, 2 where it was called wrongly. */
export async function runCommand(usage: string, command: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
}
