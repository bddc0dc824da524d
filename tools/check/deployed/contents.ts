import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployedApp } from './deployed-app';

const root = join(__dirname, '../../..');

interface Package {
  readonly name: string;
  readonly version: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

/** Which of our own files a deployed app is made of. */
export function ownFiles(app: DeployedApp): string[] {
  const { sources } = JSON.parse(app.read('main.js.map')) as { sources: string[] };
  const named = sources.map((source) => source.replace(/^(\.\.\/)+/, ''));
  return named.filter((source) => /^(apps|libs|tools)\//.test(source));
}

/** Which packages it is made of, those in its bundle and those beside it. */
export function packagesOf(app: DeployedApp): Package[] {
  return (JSON.parse(app.read('bom.json')) as { components: Package[] }).components;
}

/** Those of some packages that are in our lock file for development only, or not at all. */
export function developmentOnly(some: readonly Package[]): Package[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const deployed = new Set<string>();
  for (const [place, { version, dev }] of Object.entries(packages))
    if (!dev) deployed.add(`${place.split('node_modules/').at(-1)}@${version}`);
  return some.filter(({ name, version }) => !deployed.has(`${name}@${version}`));
}

/** In bytes, what is installed included. */
export function sizeOf(folder: string): number {
  const files = globSync('**/*', { cwd: folder });
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
