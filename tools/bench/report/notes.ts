import { cpus, totalmem } from 'node:os';
import { placement } from '../cores.ts';
import type { Results } from '../run.ts';

/** What one has to know to read the table. */
export function notes(results: Results, postgres: string): string {
  const busiest = Math.max(...[...results.values()].flat().map(({ generatorBusy }) => generatorBusy));
  return [
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform} ${process.arch}.`,
    placement,
    `The load generator used ${Math.round(busiest * 100)} % of its core at most${busiest > 0.95 ? ': it, and not the server, was the limit there' : ''}.`,
    'Every message has an id of its own; one is sent on a connection when the one before it is answered. Medians of the rounds.',
    'CPU is that of the server’s whole process, its SQLite threads included, a request. Logs are written, to /dev/null.',
    postgres,
  ]
    .map((note) => `- ${note}`)
    .join('\n');
}
