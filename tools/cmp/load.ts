import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { buildApps } from '../start/build.ts';

/** `npm run cmp:load -- <files>`: loads CSV files into the data of cmp-services, as `main.js load` does where it is deployed. */
const root = join(import.meta.dirname, '../..');

async function main(): Promise<void> {
  const failure = await buildApps(root, 'cmp-services');
  if (failure !== undefined) {
    console.error(failure);
    process.exitCode = 1;
    return;
  }
  const main = join(root, 'dist/apps/cmp-services/main.js');
  const load = spawn(process.execPath, [main, 'load', ...process.argv.slice(2).map(asCalled)], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = (await once(load, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}

/** A file is meant from where npm was called, though npm runs us in the root. */
function asCalled(argument: string): string {
  return argument.startsWith('-') ? argument : resolve(process.env['INIT_CWD'] ?? '.', argument);
}

await main();
