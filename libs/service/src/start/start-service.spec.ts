import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { buildExample, ExampleProcess } from '../../test/example-process';

// Each starts a process, and the machine may have others to run.
jest.setTimeout(30_000);

beforeAll(buildExample);

describe('a service that is called', () => {
  it('tells what it is and reads', async () => {
    const run = new ExampleProcess(['--help']);
    expect(await run.exitCode()).toBe(0);
    expect(run.stdout).toMatch(/^Example \(example\)\n/);
  });

  it('wrongly, says so', async () => {
    const run = new ExampleProcess(['--prot=1']);
    expect(await run.exitCode()).toBe(2);
    expect(run.stderr).toBe("example: Unknown option '--prot'. Try --help.\n");
  });

  it('to bring its database up to date, does only that', async () => {
    const run = new ExampleProcess(['--migrate-only']);
    expect(await run.exitCode()).toBe(0);
    expect(existsSync(join(run.folder, 'data/example.sqlite'))).toBe(true);
    expect(run.stdout).toBe('example: the database is up to date\n');
  });
});

describe('a service that cannot start', () => {
  it('says all that is wrong with its variables, a line each', async () => {
    const run = new ExampleProcess([], { EXAMPLE_PORT: 'http', EXAMPLE_LOGLEVEL: 'info' });
    expect(await run.exitCode()).toBe(1);
    expect(run.stderr).toBe(
      'example: EXAMPLE_PORT: "http" is not allowed. It must be an integer from 0 to 65535.\n' +
        'example: EXAMPLE_LOGLEVEL is no variable of this service. Did you mean EXAMPLE_LOG_LEVEL?\n',
    );
  });

  it('says that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const run = new ExampleProcess([], { PORT: String(port) });
    expect(await run.exitCode()).toBe(1);
    expect(run.stderr).toBe(
      `example: port ${port} is taken. Stop what listens there, or set EXAMPLE_PORT to another.\n`,
    );
    other.close();
  });

  it.each([
    [
      'folder',
      { DATA_FOLDER: '/dev/null/data' },
      /^example: The database file [^\n]+ cannot be opened[^\n]+\n$/,
    ],
    [
      'server',
      { DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:1/example' },
      /^example: PostgreSQL at 127\.0\.0\.1:1\/example cannot be used[^\n]+\n$/,
    ],
  ])('says that it cannot use the %s of its database', async (_, env, reason) => {
    const run = new ExampleProcess([], env);
    expect(await run.exitCode()).toBe(1);
    expect(run.stderr).toMatch(reason);
    expect(run.stderr + run.stdout).not.toContain('hunter2');
  });
});

it.each(['SIGTERM', 'SIGINT'] as const)('a service that starts ends at once at %s', async (signal) => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const run = new ExampleProcess([], { DATABASE_URL: `postgres://someone@127.0.0.1:${port}/example` });
  const [connection] = (await once(silent, 'connection')) as [Socket];
  run.process.kill(signal);
  // A code: without a handler of ours the system would end it, and process 1 not at all.
  expect(await run.exitCode()).toBe(signal === 'SIGTERM' ? 143 : 130);
  connection.destroy();
  silent.close();
});

describe('a service that runs', () => {
  it('stops in order at a signal', async () => {
    const run = new ExampleProcess();
    await run.url();
    run.process.kill('SIGTERM');
    expect(await run.exitCode()).toBe(0);
    expect(run.logged).toEqual(['starting', 'ready', 'stopping']);
    expect(run.stderr).toBe('');
  });

  it('stops at once at the second', async () => {
    const run = new ExampleProcess();
    const url = await run.url();
    const hanging = fetch(`${url}/hang`).catch(() => 'cut off');
    await run.message();
    run.process.kill('SIGTERM');
    await run.says('stopping');
    run.process.kill('SIGINT');
    await expect(hanging).resolves.toBe('cut off');
    expect(await run.exitCode()).toBe(130);
  });

  it('stops although nobody reads its log any more', async () => {
    const run = new ExampleProcess();
    await run.url();
    run.process.stdout?.destroy();
    run.process.kill('SIGTERM');
    const [code] = await once(run.process, 'exit');
    expect(code).toBe(0);
  });

  it('stops when whoever started it is gone', async () => {
    const run = new ExampleProcess();
    await run.url();
    run.process.disconnect();
    const [code] = await once(run.process, 'exit');
    expect(code).toBe(0);
  });

  it.each(['break', 'reject'])('ends when nobody catches what it throws: %s', async (path) => {
    const run = new ExampleProcess();
    const url = await run.url();
    await fetch(`${url}/${path}`).catch(() => undefined);
    expect(await run.exitCode()).toBe(1);
    expect(run.logged.at(-1)).toBe('broken');
    expect(run.stdout).toContain('nobody catches this');
  });
});
