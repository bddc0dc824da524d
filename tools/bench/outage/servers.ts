import { onPostgres } from '../servers/subjects.ts';
import type { Subject } from '../service-bench.ts';

/** `outage` on each engine. */
export const engines: readonly Subject[] = [
  { key: 'sqlite', name: 'SQLite', runs: { app: 'outage' } },
  { key: 'postgres', name: 'PostgreSQL', runs: { app: 'outage' }, ...onPostgres },
];

export const path = '/rest/apis/customer/service/outageEventNotifications';
export const searchPath = '/rest/apis/customer/service/outageEvent/search';
export const [jsonType, xmlType] = ['application/json', 'application/xml'] as const;

/** Sends a message, and gives the milliseconds until its answer was there whole. @throws Error when it is no success. */
export async function send(url: string, type: string, body: string | Buffer): Promise<number> {
  const begun = performance.now();
  const headers = { 'Content-Type': type, Accept: type };
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`the server answered ${answer.status} ${text.slice(0, 1000)}`);
  return performance.now() - begun;
}
