import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What was asked for is not what a command takes; `message` says what. */
export class UsageError extends Error {}

/** The flags and words that a command was called with. */
type Called<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>;

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

/**
 * Runs a command with what it was called with, or shows its usage with `--help`. Its exit code is that of the process, 2 where it was called
 * wrongly.
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  command: (called: Called<Options>) => number | Promise<number>,
): Promise<void> {
  try {
    if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) return console.log(usage);
    process.exitCode = await command(read(options));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
}

/** @throws UsageError where it takes no such flag. */
function read<const Options extends ParseArgsOptionsConfig>(options: Options): Called<Options> {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}
