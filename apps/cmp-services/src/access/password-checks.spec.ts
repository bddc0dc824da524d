import { PasswordChecks } from './password-checks';

/** Checks that the test ends one by one, in their order. */
function heldChecks() {
  const begun: string[] = [];
  const ends: ((right: boolean) => void)[] = [];
  const check = (name: string) => () =>
    new Promise<boolean>((resolve) => {
      begun.push(name);
      ends.push(resolve);
    });
  /** Ends the check that is under way, and lets the next one begin. */
  const end = async (right: boolean): Promise<void> => {
    ends.shift()!(right);
    await new Promise(setImmediate);
  };
  return { begun, check, end };
}

const never = () => Promise.reject(new Error('It is known.'));

it('checks one password at a time, in the order in which they came', async () => {
  const checks = new PasswordChecks();
  const { begun, check, end } = heldChecks();
  const verdicts = ['a', 'b', 'c'].map((name) => checks.isRight(name, '1', check(name)));
  await new Promise(setImmediate);
  expect(begun).toEqual(['a']);
  await end(false);
  expect(begun).toEqual(['a', 'b']);
  await end(true);
  await end(false);
  expect(await Promise.all(verdicts)).toEqual([false, true, false]);
});

it('refuses what comes while many wait, and takes it when they are done', async () => {
  const checks = new PasswordChecks();
  const { begun, check, end } = heldChecks();
  const waiting = Array.from({ length: 16 }, (_, at) => checks.isRight('crm', `${at}`, check(`${at}`)));
  await expect(checks.isRight('crm', '16', check('16'))).rejects.toMatchObject({
    kind: 'Overloaded',
    headers: { 'Retry-After': '1' },
  });
  await new Promise(setImmediate);
  await end(false);
  const seventeenth = checks.isRight('crm', '16', check('16'));
  for (let at = 1; at <= 16; at++) await end(at === 16);
  expect(await Promise.all([...waiting, seventeenth])).toEqual([...Array<boolean>(16).fill(false), true]);
  expect(begun).toHaveLength(17);
});

it('checks what comes at once with the same name and password once', async () => {
  const checks = new PasswordChecks();
  const { begun, check, end } = heldChecks();
  const verdicts = Array.from({ length: 100 }, () => checks.isRight('crm', '1', check('crm')));
  await new Promise(setImmediate);
  await end(true);
  expect(new Set(await Promise.all(verdicts))).toEqual(new Set([true]));
  expect(begun).toEqual(['crm']);
});

it('remembers what was right and what was wrong, by name and password', async () => {
  const checks = new PasswordChecks();
  expect(await checks.isRight('crm', '1', () => Promise.resolve(true))).toBe(true);
  expect(await checks.isRight('crm', '2', () => Promise.resolve(false))).toBe(false);
  expect(await checks.isRight('crm', '1', never)).toBe(true);
  expect(await checks.isRight('crm', '2', never)).toBe(false);
  expect(await checks.isRight('web', '1', () => Promise.resolve(false))).toBe(false);
});

it('forgets what was wrong before too many are remembered, and never what was right', async () => {
  const checks = new PasswordChecks();
  await checks.isRight('crm', 'right', () => Promise.resolve(true));
  for (let at = 0; at <= 10_000; at++) await checks.isRight('crm', `${at}`, () => Promise.resolve(false));
  expect(await checks.isRight('crm', 'right', never)).toBe(true);
  expect(await checks.isRight('crm', '10000', never)).toBe(false);
  await expect(checks.isRight('crm', '0', never)).rejects.toThrow('It is known.');
});

it('does not remember a check that failed, nor stop at it', async () => {
  const checks = new PasswordChecks();
  await expect(checks.isRight('crm', '1', never)).rejects.toThrow('It is known.');
  expect(await checks.isRight('crm', '1', () => Promise.resolve(true))).toBe(true);
});
