import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A stand-in for a service: answers its starter as one does, and writes what it sees to a file of its own. */
const wellBehaved = `
  const { appendFileSync, writeFileSync } = require('node:fs');
  const name = require('node:path').basename(__dirname);
  const seen = (what) => appendFileSync('data/seen', what + ' ' + name + '\\n');
  const stop = (why) => { seen(why); process.exit(0); };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('disconnect', () => stop('disconnect'));
  seen('started');
  writeFileSync('data/' + name + '.pid', String(process.pid));
  console.log(JSON.stringify({ level: 'warn', msg: 'careful' }));
  process.send({ ready: { name, title: name, url: 'http://localhost:' + (name === 'one' ? 1 : 2), endpoints: [] } });
`;

const refusing = `console.error('two: port 1 is taken.'); process.exit(1);`;

class Run {
  private readonly root = mkdtempSync(join(tmpdir(), 'start-'));
  private readonly lines: string[] = [];
  private readonly ended: Promise<unknown[]>;
  readonly process: ChildProcess;

  constructor(services: Record<string, string>, shell: readonly string[] = []) {
    mkdirSync(join(this.root, 'data'));
    for (const [name, code] of Object.entries(services)) {
      mkdirSync(join(this.root, 'dist/apps', name), { recursive: true });
      writeFileSync(join(this.root, 'dist/apps', name, 'main.js'), code);
    }
    const driver = `import { runServices } from ${JSON.stringify(join(__dirname, 'run-services.ts'))};
      process.exitCode = await runServices(${JSON.stringify(this.root)});`;
    const [command = '', ...args] = [...shell, process.execPath, '--input-type=module', '-e', driver];
    const env = { ...process.env, npm_lifecycle_event: 'start' };
    this.process = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = once(this.process, 'close');
    this.process.stderr?.on('data', (bytes: Buffer) => this.lines.push(bytes.toString()));
  }

  get said(): string {
    return this.lines.join('');
  }

  file(name: string): string {
    return readFileSync(join(this.root, 'data', name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(join(this.root, 'data', name));
  }

  /** Resolves as soon as our table is out. */
  async shown(): Promise<void> {
    for await (const line of createInterface({ input: this.process.stdout! })) {
      this.lines.push(`${line}\n`);
      if (line.includes('Ctrl-C')) return;
    }
  }

  async exitCode(): Promise<unknown> {
    this.process.stdout?.resume();
    const [code] = await this.ended;
    return code;
  }
}

it('shows what runs, and leaves its addresses to others', async () => {
  const run = new Run({ one: wellBehaved, two: wellBehaved });
  await run.shown();
  expect(run.said).toMatch(
    /one +http:\/\/localhost:1 +http:\/\/localhost:1\/docs\n +two +http:\/\/localhost:2/,
  );
  expect(JSON.parse(run.file('running.json'))).toHaveLength(2);
  run.process.kill('SIGTERM');
  await run.exitCode();
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops every service once at %s', async (signal) => {
  const run = new Run({ one: wellBehaved, two: wellBehaved });
  await run.shown();
  run.process.kill(signal);
  expect(await run.exitCode()).toBe(0);
  expect(run.file('seen').split('\n').sort()).toEqual([
    '',
    'SIGTERM one',
    'SIGTERM two',
    'started one',
    'started two',
  ]);
  expect(run.has('running.json')).toBe(false);
});

it('stops everything when one does not start, and says which', async () => {
  const run = new Run({ one: wellBehaved, two: refusing });
  expect(await run.exitCode()).toBe(1);
  expect(run.said).toContain('two: port 1 is taken.\n');
  expect(run.said).toContain('two did not start');
});

it('stops everything when one ends by itself, and says which', async () => {
  const run = new Run({ one: wellBehaved, two: wellBehaved });
  await run.shown();
  process.kill(Number(run.file('two.pid')), 'SIGKILL');
  expect(await run.exitCode()).toBe(1);
  expect(run.said).toContain('two ended; its log is in data/logs.');
  expect(run.file('seen')).toContain('SIGTERM one');
});

it('keeps the logs, and shows what is bad in them', async () => {
  const run = new Run({ one: wellBehaved });
  await run.shown();
  run.process.kill('SIGTERM');
  await run.exitCode();
  expect(run.file('logs/one.log')).toContain('"careful"');
  expect(run.said).toContain('one: warn: careful\n');
});

it('stops when npm ends the shell between them', async () => {
  const run = new Run({ one: wellBehaved }, ['sh', '-c', '"$@"; true', 'npm']);
  await run.shown();
  run.process.kill('SIGTERM');
  // The pipe that we share closes with the last of us.
  await run.exitCode();
  expect(run.file('seen')).toContain('SIGTERM one');
});

it('leaves nothing running when it is killed', async () => {
  const run = new Run({ one: wellBehaved });
  await run.shown();
  run.process.kill('SIGKILL');
  await run.exitCode();
  expect(run.file('seen')).toContain('disconnect one');
});
