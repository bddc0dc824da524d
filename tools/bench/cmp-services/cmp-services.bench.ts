import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, onPostgres } from '../servers/subjects.ts';
import { type Program, type ServiceBench, shortIdMark, type Subject } from '../service-bench.ts';
import { subscriptions } from './customers.ts';

const sample = join(
  import.meta.dirname,
  '../../../libs/contracts/cmp-services/src/create-service/samples/answers-the-published-request',
);
const path = '/ws/dise3g/services/ServicesPort';
const contentType = 'text/xml; charset=utf-8';
const answer = join(sample, 'response.xml');

const few: Program = { file: 'cmp-services/fill.ts', arguments: ['1000', '0'] };
const many: Program = { file: 'cmp-services/fill.ts', arguments: ['100000', '1000000'] };

function whole(key: string, name: string, fill: Program): Subject {
  return { key, name: `CreateService, ${name}`, runs: { app: 'cmp-services' }, fill };
}

const subjects: Subject[] = [
  ...constants(contentType, path, answer),
  {
    key: 'soap',
    name: 'soap package, nothing checked or kept',
    runs: { file: 'cmp-services/soap-package.ts' },
  },
  {
    key: 'endpoint',
    name: 'our endpoint, nothing looked up or kept',
    runs: { file: 'cmp-services/endpoint.ts' },
    fill: few,
  },
  whole('sqlite-few', 'SQLite, 1,000 codes, no services', few),
  whole('sqlite-many', 'SQLite, 100,000 codes, 1,000,000 services', many),
  { ...whole('postgres-few', 'PostgreSQL, 1,000 codes, no services', few), ...onPostgres },
  { ...whole('postgres-many', 'PostgreSQL, 100,000 codes, 1,000,000 services', many), ...onPostgres },
];

/** CreateService with the published request: each on a subscription of its own, of 500,000. */
export const cmpServicesBench: ServiceBench = {
  service: 'cmp-services',
  comparisons: [
    {
      title: 'CreateService',
      message: {
        path,
        headers: { 'Content-Type': contentType, SOAPAction: '""' },
        body: readFileSync(join(sample, 'request.xml'), 'utf8').replace(
          '<CustomerLevelReference>2<',
          `<CustomerLevelReference>${shortIdMark}<`,
        ),
        ids: subscriptions,
      },
      subjects,
      aims: [
        { subject: 'sqlite-few', of: 'http', atLeast: 0.18 },
        { subject: 'sqlite-many', of: 'http', atLeast: 0.18 },
        { subject: 'sqlite-many', of: 'sqlite-few', atLeast: 0.667 },
        { subject: 'postgres-many', of: 'postgres-few', atLeast: 0.667 },
        { subject: 'postgres-few', of: 'sqlite-few', atLeast: 0.8 },
      ],
    },
  ],
  whole: 'sqlite-few',
  costs: { file: 'cmp-services/costs.ts', arguments: [join(sample, 'request.xml')] },
};
