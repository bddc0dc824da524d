import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** Our files that a build of the image can see: the ignore file lets in what it names with `!`, but for what it names with `**`. */
export function contextFiles(): string[] {
  const patterns = readFileSync(join(root, 'deploy/Dockerfile.dockerignore'), 'utf8').split('\n');
  const wanted = patterns.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const unwanted = patterns.filter((line) => line.startsWith('**/')).map((line) => line.slice(3));
  return ourFiles()
    .filter((file) => wanted.some((path) => file === path || file.startsWith(`${path}/`)))
    .filter((file) => !unwanted.some((name) => file.split('/').some((part) => isNamed(part, name))));
}

/** Copies what a `COPY` names from the context: `.`, or files. */
export function copyContext(files: readonly string[], wanted: readonly string[], folder: string): void {
  for (const file of files)
    if (wanted.includes('.') || wanted.includes(file)) cpSync(join(root, file), join(folder, file));
}

function isNamed(part: string, name: string): boolean {
  return name.startsWith('*') ? part.endsWith(name.slice(1)) : part === name;
}

function ourFiles(): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  // What is deleted, but not committed yet, is still in the list.
  return files.filter((file) => existsSync(join(root, file)));
}
