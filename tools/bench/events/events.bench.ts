import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, onPostgres } from '../servers/subjects.ts';
import { idMark, type ServiceBench, type Subject } from '../service-bench.ts';

const sample = join(
  import.meta.dirname,
  '../../../libs/contracts/events/src/create-event/samples/creates-an-event',
);
const path = '/soap/CreateEventV2';
const contentType = 'text/xml; charset=utf-8';
const answer = join(sample, 'response.xml');

const endpoint = { file: 'events/endpoint.ts' };

const subjects: Subject[] = [
  ...constants(contentType, path, answer),
  { key: 'soap', name: 'soap package, nothing checked or kept', runs: { file: 'events/soap-package.ts' } },
  { key: 'endpoint', name: 'our endpoint, no journal', runs: { ...endpoint, arguments: ['--no-journal'] } },
  { key: 'sqlite', name: 'our endpoint, SQLite journal', runs: endpoint },
  { key: 'postgres', name: 'our endpoint, PostgreSQL journal', runs: endpoint, ...onPostgres },
  {
    key: 'whole',
    name: 'whole flow, SQLite journal and sandbox',
    runs: { app: 'events' },
    needs: ['behind'],
    settings: ({ behind }) => ({ ICOMS_URL: `${behind}/icoms/gateway` }),
  },
];

/** CreateEventV2 with the sample that has every field. */
export const eventsBench: ServiceBench = {
  service: 'events',
  behind: { app: 'sandbox' },
  comparisons: [
    {
      title: 'CreateEventV2',
      message: {
        path,
        headers: { 'Content-Type': contentType, SOAPAction: '"urn:trunkline:create-event:v2/CreateEventV2"' },
        body: readFileSync(join(sample, 'request.xml'), 'utf8').replace('m-4711', idMark),
      },
      subjects,
      aims: [
        { subject: 'sqlite', of: 'http', atLeast: 0.22 },
        { subject: 'sqlite', of: 'soap', atLeast: 2.2 },
        { subject: 'whole', of: 'http', atLeast: 0.16 },
        { subject: 'whole', of: 'soap', atLeast: 1.6 },
        { subject: 'postgres', of: 'sqlite', atLeast: 0.8 },
      ],
    },
  ],
  whole: 'whole',
  costs: { file: 'events/costs.ts', arguments: [join(sample, 'request.xml')] },
};
