import { join } from 'node:path';
import { buildApps } from './build.ts';
import { runServices } from './run-services.ts';

const root = join(import.meta.dirname, '../..');

const usage = `npm start: builds every service, starts each in a process of its own, and shows where they are.

Ctrl-C stops all of them. Nothing else is needed: data is kept in ./data, logs in ./data/logs.
Every variable of a service can be set with its prefix: EVENTS_PORT=4001 npm start`;

/** @returns The exit code. */
async function main([argument]: readonly string[]): Promise<number> {
  if (argument === '--help') {
    console.log(usage);
    return 0;
  }
  if (argument !== undefined) {
    console.error(`There is no ${argument}.\n\n${usage}`);
    return 2;
  }
  console.log('Building …');
  const failure = await buildApps(root);
  if (failure !== undefined) {
    console.error(failure);
    return 1;
  }
  return runServices(root);
}

process.exitCode = await main(process.argv.slice(2));
