import { reached } from './reached';

const failing = (code: unknown) => reached(Promise.reject(Object.assign(new Error('no'), { code })));

it('gives what comes of a query', async () => {
  expect(await reached(Promise.resolve(1))).toBe(1);
});

it.each([
  ['a refused connection', 'ECONNREFUSED'],
  ['a connection that broke', '08006'],
  ['too many connections', '53300'],
  ['a server that stops', '57P01'],
  ['a server that only reads', '25006'],
  ['deadlocks again and again', '40P01'],
  ['a disk that fails', '58030'],
  ['a busy file', 5],
  ['a full disk', 13],
  ['a disk that fails, said exactly', 266],
  ['a database that is closed', undefined],
])('is unavailable with %s', async (_what, code) => {
  await expect(failing(code)).rejects.toMatchObject({ faultName: 'CmpUnavailable' });
});

it.each([
  ['a table that there is not', '42P01'],
  ['no right to it', '42501'],
  ['a value out of range', '22003'],
  ['a constraint', '23505'],
  ['SQL that SQLite does not read', 1],
  ['a constraint of SQLite, said exactly', 2067],
])('fails unexpectedly with %s', async (_what, code) => {
  await expect(failing(code)).rejects.toMatchObject({ message: 'no', code });
});

it('fails unexpectedly where we are wrong', async () => {
  await expect(reached(Promise.reject(new TypeError('x is undefined')))).rejects.toThrow(TypeError);
});
