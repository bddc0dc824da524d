import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

/**
 * Builds every app that has changed since it was last built. Returns what the build said, if it failed.
 *
 * @param projects Which apps, in the words of Nx.
 */
export async function buildApps(root: string, projects = 'tag:type:app'): Promise<string | undefined> {
  const nx = createRequire(import.meta.url).resolve('nx/bin/nx.js');
  const args = [nx, 'run-many', '-t', 'build', `--projects=${projects}`, '--outputStyle=static'];
  const build = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([
    text(build.stdout),
    text(build.stderr),
    once(build, 'exit'),
  ]);
  return code === 0 ? undefined : `The build failed:\n${output}${errors}`;
}
