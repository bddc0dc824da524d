import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { StartError } from '@trunkline/service';
import { hashPasswordCommand } from './hash-password.command';
import { Users } from './users';

/** Runs the command on an input; gives what it wrote. */
async function run(input: string, ...args: string[]): Promise<string> {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  jest.spyOn(process, 'stdin', 'get').mockReturnValue(stdin as never);
  jest.spyOn(process.stdout, 'write').mockImplementation((written) => stdout.write(written));
  stdin.end(input);
  const openDatabase = () => Promise.reject(new Error('It needs no database.'));
  await hashPasswordCommand.run({ args, openDatabase });
  stdout.end();
  return text(stdout);
}

afterEach(() => jest.restoreAllMocks());

it.each(['pässword: 1', ' with blanks ', 'x'.repeat(200)])(
  'makes a hash that lets %j in',
  async (password) => {
    const hash = await run(`${password}\n`);
    expect(hash).toMatch(/^scrypt\.15\.8\.3\.[\w-]{22}\.[\w-]{43}\n$/);
    const users = Users.read(`crm:${hash}`, []);
    expect(await users.isKnown('crm', password)).toBe(true);
    expect(await users.isKnown('crm', `${password}!`)).toBe(false);
  },
);

it('reads one line, with or without its end', async () => {
  const users = Users.read(
    `one:${await run('first\nsecond\n')} two:${await run('first')} three:${await run('first\r\n')}`,
    [],
  );
  expect(await Promise.all(['one', 'two', 'three'].map((name) => users.isKnown(name, 'first')))).toEqual([
    true,
    true,
    true,
  ]);
});

it.each([
  ['', []],
  ['\n', []],
  ['secret\n', ['secret']],
])('refuses the input %j with the arguments %j, and shows nothing of them', async (input, args) => {
  const failed = run(input, ...args);
  await expect(failed).rejects.toThrow(StartError);
  await expect(failed).rejects.not.toThrow('secret');
});
