import { join } from 'node:path';
import { runCommand, UsageError } from '../command-line/command-line.ts';
import { buildApps } from './build.ts';
import { runServices } from './run-services.ts';

const root = join(import.meta.dirname, '../..');

const usage = `npm start: builds every service, starts each in a process of its own, and shows where they are.

Ctrl-C stops all of them. Nothing else is needed: data is kept in ./data, logs in ./data/logs.
Every variable of a service can be set with its prefix: EVENTS_PORT=4001 npm start`;

await runCommand(usage, {}, async ({ positionals }) => {
  if (positionals.length > 0) throw new UsageError(`${positionals.join(' ')} is too much.`);
  console.log('Building …');
  const failure = await buildApps(root);
  if (failure !== undefined) {
    console.error(failure);
    return 1;
  }
  return runServices(root);
});
