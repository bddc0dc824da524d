import type { Database } from '@trunkline/store';
import type { Transaction } from 'kysely';
import { turnsDuring } from '../../test/turns';
import { ListChanges } from '../outage-event/customer-list';
import { CustomersStore } from './customers.store';
import type { OutageTables } from './outage.tables';
import { Writing } from './writing';

const database = { engine: 'sqlite' } as Database<OutageTables>;
const trx = {} as Transaction<OutageTables>;

describe('the customers of many events', () => {
  const changes = new ListChanges();
  for (let index = 0; index < 100; index++)
    changes.add(String(index), { replaces: true, lists: [[{ accountId: String(index) }]] });

  it('let others have their turn', async () => {
    const store = new CustomersStore(database);
    const writing = new Writing(database, trx);
    const turns = await turnsDuring(() => store.change(trx, writing, { changes, known: new Map() }));
    expect(turns).toBeGreaterThan(20);
  });
});
