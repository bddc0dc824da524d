import { eachMigrated } from '@trunkline/testing';
import { DatabaseError } from 'pg';
import { insertOrder, orderMigrations, type OrderTables } from '../../test/orders';
import { SqliteError } from '../sqlite/sqlite.error';
import { failsAgain, isRefused, metAnother } from './errors';

/** What a database says: PostgreSQL in letters, SQLite in numbers, or in no words of its own. */
function said(code: string | number | undefined): Error {
  if (typeof code === 'string') return Object.assign(new DatabaseError('no', 0, 'error'), { code });
  return new SqliteError({ message: 'no', code });
}

describe('an error of a database', () => {
  it.each([
    ['a table that there is not', '42P01'],
    ['no right to it', '42501'],
    ['a value out of range', '22003'],
    ['a constraint', '23505'],
    ['a key that is too long', '54000'],
    ['SQL that SQLite does not read', 1],
    ['a constraint of SQLite, said exactly', 2067],
    ['a value that cannot be bound', undefined],
  ])('would come again with %s', (_what, code) => {
    expect([isRefused(said(code)), failsAgain(said(code))]).toEqual([true, true]);
  });

  it.each([
    ['a connection that broke', '08006'],
    ['too many connections', '53300'],
    ['a server that stops', '57P01'],
    ['a server that only reads', '25006'],
    ['a disk that fails', '58030'],
    ['a deadlock', '40P01'],
    ['a busy file', 5],
    ['a full disk', 13],
    ['a disk that fails, said exactly', 266],
  ])('need not come again with %s', (_what, code) => {
    expect([isRefused(said(code)), failsAgain(said(code))]).toEqual([false, false]);
  });

  it.each(['40001', '40P01'])('says that two transactions met: %s', (code) => {
    expect(metAnother(said(code))).toBe(true);
  });
});

it.each([
  ['a refused connection', Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), false],
  ['a database that is closed', new Error('The SQLite database is closed.'), false],
  [
    'a call that was broken off, whose number is one of SQLite’s',
    new DOMException('no', 'AbortError'),
    false,
  ],
  ['what we do wrong', new TypeError('x is undefined'), true],
])('%s', (_what, error, again) => {
  expect([isRefused(error), failsAgain(error)]).toEqual([false, again]);
});

eachMigrated<OrderTables>(orderMigrations, (migrated) => {
  it('refuses a value that no column takes', async () => {
    const write = migrated().groupCommit.write([
      insertOrder.item({ id: 'a', state: 'open', quantity: {} as number }),
    ]);
    const error: unknown = await write.catch((thrown: unknown) => thrown);
    expect(isRefused(error)).toBe(true);
  });
});
