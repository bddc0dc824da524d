import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file of a thread: a bundled service has it as JavaScript beside its main.js, the sources have it beside the file that starts it.
 *
 * @param folder That of the file that starts it.
 * @param name Without an extension.
 */
export function workerFile(folder: string, name: string): string {
  const files = ['js', 'mts'].map((extension) => join(folder, `${name}.${extension}`));
  const file = files.find((candidate) => existsSync(candidate));
  if (!file) throw new Error(`${name}.js is missing in ${folder}: build the service again.`);
  return file;
}
