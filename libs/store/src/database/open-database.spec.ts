import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { SqliteThread } from '../sqlite/sqlite.thread';
import { openDatabase } from './open-database';

const names = { name: 'orders', instance: 'one' };

describe('a SQLite database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes its folder', async () => {
    const database = await openDatabase({ url: undefined, folder: join(folder, 'a', 'b'), ...names });
    await database.close();
    expect(database.engine).toBe('sqlite');
  });

  it('says in one line that its folder cannot be made', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const message = `The database file ${file}/orders.sqlite cannot be opened: EEXIST: file already exists, mkdir '${file}'. Make the folder writable for this user, or configure another one.`;
    await expect(openDatabase({ url: undefined, folder: file, ...names })).rejects.toThrow(message);
  });

  it('says in one line that its file is not a database', async () => {
    writeFileSync(join(folder, 'orders.sqlite'), 'no database at all'.repeat(100));
    const opening = openDatabase({ url: undefined, folder, ...names });
    await expect(opening).rejects.toThrow(
      /orders\.sqlite cannot be opened: file is not a database\. Restore it from a backup/,
    );
  });

  it('belongs to one process at a time', async () => {
    const database = await openDatabase({ url: undefined, folder, ...names });
    await expect(openDatabase({ url: undefined, folder, ...names })).rejects.toThrow(
      'another process has it',
    );
    await database.close();
    await (await openDatabase({ url: undefined, folder, ...names })).close();
  });

  it('is one file when it is closed', async () => {
    const database = await openDatabase({ url: undefined, folder, ...names });
    await sql`CREATE TABLE kept (id integer)`.execute(database.query);
    await database.close();
    expect(readdirSync(folder)).toEqual(['orders.sqlite', 'orders.sqlite.lock']);
  });

  it('lets go of its file when it cannot read it', async () => {
    const open = SqliteThread.open;
    const opened = jest
      .spyOn(SqliteThread, 'open')
      .mockImplementation((file) => (file.readOnly ? Promise.reject(new Error('no thread')) : open(file)));
    await expect(openDatabase({ url: undefined, folder, ...names })).rejects.toThrow('no thread');
    opened.mockRestore();
    await (await openDatabase({ url: undefined, folder, ...names })).close();
  });

  it('lets others look into its file meanwhile', async () => {
    const database = await openDatabase({ url: undefined, folder, ...names });
    const look = `console.log(new (require('node:sqlite').DatabaseSync)(process.argv[1]).prepare('SELECT 7 AS seven').get().seven)`;
    const seen = execFileSync(process.execPath, ['-e', look, join(folder, 'orders.sqlite')], {
      encoding: 'utf8',
    });
    await database.close();
    expect(seen.trim()).toBe('7');
  });
});

describe('a PostgreSQL database', () => {
  const open = (url: string) => openDatabase({ url, folder: '', ...names });
  const messageOf = (url: string) => open(url).then(String, (error: Error) => error.message);

  it('says in one line that the server cannot be reached, without the password', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    await new Promise((resolve) => server.close(resolve));
    expect(await messageOf(`postgres://user:hidden@127.0.0.1:${port}/orders`)).toBe(
      `PostgreSQL at 127.0.0.1:${port}/orders cannot be used: connect ECONNREFUSED 127.0.0.1:${port}. Start it, or correct DATABASE_URL.`,
    );
  });

  it.each(['mysql://user:hidden@host/orders', 'user:hidden@host', 'postgres://user:hidden@host:port/orders'])(
    'says in one line that %s is no URL of it, without the password',
    async (url) => {
      const message = await messageOf(url);
      expect(message).toBe('DATABASE_URL is not of the form postgres://user:password@host:5432/database.');
    },
  );
});
