import type { Subject } from '../service-bench.ts';

/** What every SOAP service is held against: servers that answer a constant. */
export function constants(contentType: string, path: string, answer: string): Subject[] {
  return [
    {
      key: 'http',
      name: 'node:http, a constant',
      runs: { file: 'servers/node-http.ts', arguments: [contentType, answer] },
    },
    {
      key: 'nest',
      name: 'Nest on Express, a constant',
      runs: { file: 'servers/nest.ts', arguments: [contentType, path, answer] },
    },
  ];
}

/** What a server has more that is on PostgreSQL. */
export const onPostgres: Pick<Subject, 'needs' | 'settings'> = {
  needs: ['postgres'],
  settings: ({ postgres }) => ({ DATABASE_URL: postgres }),
};
