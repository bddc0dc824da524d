import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './templates.ts';

/** Changes a file of the workspace. Gives its path. */
export function edit(path: string, change: (text: string) => string): string {
  const file = join(root, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return path;
}

/**
 * Adds an entry to the end of a list in brackets, which begins with what is given: `operations: [`.
 *
 * @throws Error when there is no such list.
 */
export function withEntry(text: string, opening: RegExp, entry: string): string {
  const begin = opening.exec(text);
  if (!begin) throw new Error(`there is no list ${opening.source}`);
  const start = begin.index + begin[0].length;
  const end = text.indexOf(']', start);
  const entries = text.slice(start, end).trim().replace(/,$/, '');
  return `${text.slice(0, start)}${entries === '' ? entry : `${entries}, ${entry}`}${text.slice(end)}`;
}

/** Adds an import behind the last one. */
export function withImport(text: string, line: string): string {
  const imports = [...text.matchAll(/^(import .*|\} from .*);\n/gm)];
  const last = imports.at(-1)!;
  const end = last.index + last[0].length;
  return `${text.slice(0, end)}${line}\n${text.slice(end)}`;
}
