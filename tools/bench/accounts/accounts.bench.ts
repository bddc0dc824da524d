import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPostgres } from '../servers/subjects.ts';
import {
  type Comparison,
  idMark,
  type Message,
  type ServiceBench,
  shortIdMark,
  type Subject,
} from '../service-bench.ts';
import { keptAccounts } from './kept-accounts.ts';

const samples = join(
  import.meta.dirname,
  '../../../libs/contracts/accounts/src/party-account-create-event/samples',
);
const sample = join(samples, 'creates-an-account-from-the-published-example/request.json');
const root = '/brm/accountManagement/v4';
const listener = `${root}/listener/partyAccountCreateEvent`;
const contentType = 'application/json;charset=utf-8';
const app = { app: 'accounts' };
const fill = { file: 'accounts/fill.ts' };

/** The published example, each time with another id of everything that only one account can have. */
const event = readFileSync(sample, 'utf8')
  .replace('570a209b-5169-48fc-8439-2a6447162f30', idMark)
  .replace('"account-1"', `"account-${idMark}"`)
  .replace('1618814528362', idMark)
  .replace('sam_malone1', `sam_malone-${idMark}`);

const creating: Comparison = {
  title: 'PartyAccountCreateEvent, the published example',
  message: { path: listener, headers: { 'Content-Type': contentType }, body: event },
  subjects: [
    {
      key: 'create-nest',
      name: 'Nest on Express, JSON parsed',
      runs: { file: 'servers/nest-json.ts', arguments: [listener, '201'] },
    },
    { key: 'create-sqlite', name: 'accounts, SQLite', runs: app },
    { key: 'create-postgres', name: 'accounts, PostgreSQL', runs: app, ...onPostgres },
    { key: 'create-sqlite-many', name: 'accounts, SQLite with 1,000,000 accounts', runs: app, fill },
    {
      key: 'create-postgres-many',
      name: 'accounts, PostgreSQL with 1,000,000 accounts',
      runs: app,
      fill,
      ...onPostgres,
    },
  ],
  aims: [
    { subject: 'create-sqlite', of: 'create-nest', atLeast: 0.35 },
    { subject: 'create-postgres', of: 'create-sqlite', atLeast: 0.8 },
    { subject: 'create-sqlite-many', of: 'create-sqlite', atLeast: 0.667 },
    { subject: 'create-postgres-many', of: 'create-postgres', atLeast: 0.667 },
  ],
};

function get(path: string): Message {
  return { method: 'GET', path: `${root}/partyAccount${path}`, headers: {}, body: '', ids: keptAccounts };
}

const asked: readonly (readonly [key: string, name: string, message: Message])[] = [
  ['id', 'one by its id', get(`/${shortIdMark}`)],
  ['party', 'list of a party: 1 account', get(`?relatedParty.id=88-${shortIdMark}`)],
  ['suspended', 'list of 10 out of 10,000 that are suspended', get('?state=suspended&limit=10')],
  ['two', 'list by a state and a party', get(`?state=active&relatedParty.id=88-${shortIdMark}`)],
  ['active', 'list of 10 out of 990,000 that are active', get('?state=active&limit=10')],
];

function reading(engine: 'sqlite' | 'postgres', name: string): Subject[] {
  const place = engine === 'postgres' ? onPostgres : {};
  const [first] = asked;
  return asked.map(([key, what, message]) => ({
    key: `read-${engine}-${key}`,
    name: `${name}, ${what}`,
    runs: app,
    message,
    ...place,
    ...(key === first![0] ? { fill } : { sharing: `read-${engine}-${first![0]}` }),
  }));
}

const readingBack: Comparison = {
  title: 'reading back, 1,000,000 accounts',
  message: get(''),
  subjects: [
    {
      key: 'read-constant',
      name: 'Nest on Express, a constant',
      runs: { file: 'servers/nest.ts', arguments: [contentType, `${root}/partyAccount/:id`, sample] },
      message: get(`/${shortIdMark}`),
    },
    ...reading('sqlite', 'SQLite'),
    ...reading('postgres', 'PostgreSQL'),
  ],
  aims: [],
};

/** Account events, and accounts read back. */
export const accountsBench: ServiceBench = {
  service: 'accounts',
  comparisons: [creating, readingBack],
  whole: 'create-sqlite',
  costs: { file: 'accounts/costs.ts', arguments: [sample] },
};
