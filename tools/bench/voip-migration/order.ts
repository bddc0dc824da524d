import { idMark, type Message, shortIdMark, type Subject } from '../service-bench.ts';
import { accountOf, lines, site, telephoneOf } from './lines.ts';

export const path = '/restapi/CreateVOIPMigrationWorkOrder';

/** Each engine has lines of its own: one that has an order open gets no other. */
const half = lines.count / 2;

/** A migration order, each for a line of its own. */
export const order: Message = {
  path,
  headers: {
    'Content-Type': 'application/json',
    'VMMD-activityName': 'Migration',
    'VMMD-conversationID': `c-${idMark}`,
    'VMMD-requestID': `r-${idMark}`,
    'VMMD-requestTimeStamp': '2026-01-31T09:29:59Z',
    'VMMD-senderURI': 'urn:example:crm',
    'VMMD-messageID': `m-${idMark}`,
  },
  body: JSON.stringify({
    telephoneNumber: telephoneOf(shortIdMark),
    accountIdentification: { accountNumber: accountOf(shortIdMark), siteReference: Number(site) },
  }),
  ids: { first: lines.first, count: half },
};

const onSqlite: Subject = {
  key: 'sqlite',
  name: 'voip-migration, SQLite',
  runs: { app: 'voip-migration' },
  needs: ['behind'],
  settings: ({ behind }) => ({
    MIDAS_URL: behind,
    ICOMS_WORK_ORDERS_URL: `${behind}/icoms/CreateWorkOrder_V3`,
  }),
};

/** `voip-migration` on each engine. */
export const engines: readonly Subject[] = [
  onSqlite,
  {
    ...onSqlite,
    key: 'postgres',
    message: { ...order, ids: { first: lines.first + half, count: half } },
    name: 'voip-migration, PostgreSQL',
    needs: ['behind', 'postgres'],
    settings: (places) => ({ ...onSqlite.settings!(places), DATABASE_URL: places.postgres }),
  },
];
