import { Users } from './users';

const operations = ['CreateService', 'QuerySubscriptionServices'];

/** Of `right`, at a cost that tests can pay. */
const hash = 'scrypt.10.8.1.uGL_q3Af-gxPC0UKmyKfdQ.7DDrYmsnRqNvTQdeQPZHoctRywnbxxo8ucn9ebI5ptw';

it('knows the users of CMP_USERS, and what each may call', async () => {
  const users = Users.read(`crm:${hash}\n web:${hash}:QuerySubscriptionServices `, operations);
  expect(users.count).toBe(2);
  expect(await users.isKnown('crm', 'right')).toBe(true);
  expect(operations.filter((operation) => users.mayCall('crm', operation))).toEqual(operations);
  expect(operations.filter((operation) => users.mayCall('web', operation))).toEqual([
    'QuerySubscriptionServices',
  ]);
  expect(users.mayCall('nobody', 'CreateService')).toBe(false);
});

it('refuses a wrong password, also once the right one was given', async () => {
  const users = Users.read(`crm:${hash}`, operations);
  expect(await users.isKnown('crm', 'wrong')).toBe(false);
  expect(await users.isKnown('crm', 'right')).toBe(true);
  expect(await users.isKnown('crm', 'right')).toBe(true);
  expect(await users.isKnown('crm', 'wrong')).toBe(false);
  expect(await users.isKnown('nobody', 'right')).toBe(false);
});

it('names nobody where nothing is set', () => {
  expect(Users.read(undefined, operations).count).toBe(0);
});

it.each([
  ['', 'CMP_USERS is set but names nobody'],
  [' \n', 'CMP_USERS is set but names nobody'],
  ['crm', 'entry 1 is not name:hash'],
  ['crm:secret', 'entry 1 is not name:hash'],
  [':HASH', 'entry 1 is not name:hash'],
  ['crm:HASH web:HASH:CreateService:more', 'entry 2 is not name:hash'],
  ['crm:HASH:DeleteService', 'crm is allowed DeleteService, which is none of CreateService'],
  ['crm:HASH crm:HASH', 'a name stands twice'],
])('refuses %j, without showing a secret', (text, message) => {
  const read = () => Users.read(text.replaceAll('HASH', hash), operations);
  expect(read).toThrow(message);
  expect(read).not.toThrow(/secret|scrypt/);
});
