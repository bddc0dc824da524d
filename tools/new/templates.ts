import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../command-line/command-line.ts';

export const root = join(import.meta.dirname, '../..');

/** What stands for `{{word}}` in the files of a template and in their paths. */
export type Words = Readonly<Record<string, string>>;

/**
 * Writes the files of a template into the workspace.
 *
 * @returns Their paths from the workspace's folder.
 * @throws UsageError when one is there already; then none is written.
 */
export function writeTemplate(name: string, words: Words): string[] {
  const folder = join(import.meta.dirname, 'templates', name);
  const files = globSync('**/*.txt', { cwd: folder }).map((file) => ({
    path: filled(file.slice(0, -'.txt'.length), words),
    content: filled(readFileSync(join(folder, file), 'utf8'), words),
  }));
  const taken = files.find(({ path }) => existsSync(join(root, path)));
  if (taken) throw new UsageError(`${taken.path} is there already`);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return files.map(({ path }) => path);
}

function filled(text: string, words: Words): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const value = words[word];
    if (value === undefined) throw new Error(`a template has the unknown word ${word}`);
    return value;
  });
}
