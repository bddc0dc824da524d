import { DatabaseError } from 'pg';
import { reached } from './reached';

const said = (code: string) => Object.assign(new DatabaseError('no', 0, 'error'), { code });

it('gives what comes of a query', async () => {
  expect(await reached(Promise.resolve(1))).toBe(1);
});

it.each([
  ['a refused connection', Object.assign(new Error('no'), { code: 'ECONNREFUSED' })],
  ['a server that stops', said('57P01')],
  ['a database that is closed', new Error('no')],
])('is unavailable with %s', async (_what, error) => {
  await expect(reached(Promise.reject(error))).rejects.toMatchObject({ faultName: 'CmpUnavailable' });
});

it.each([
  ['what the database refuses', said('22003')],
  ['what we do wrong', new TypeError('x is undefined')],
])('fails unexpectedly with %s', async (_what, error) => {
  await expect(reached(Promise.reject(error))).rejects.toBe(error);
});
