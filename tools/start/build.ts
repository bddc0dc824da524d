import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

/** All that a build said that failed. */
export class BuildError extends Error {}

/**
 * Builds every app that has changed since it was last built; quiet unless that fails.
 */
export async function buildApps(root: string): Promise<void> {
  const nx = createRequire(import.meta.url).resolve('nx/bin/nx.js');
  const args = [nx, 'run-many', '-t', 'build', '--projects=tag:type:app', '--outputStyle=static'];
  const build = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([
    text(build.stdout),
    text(build.stderr),
    once(build, 'exit'),
  ]);
  if (code !== 0) throw new BuildError(`The build failed:\n${output}${errors}`);
}
