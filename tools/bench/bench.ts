import { parseArgs } from 'node:util';
import { measureAtRest } from './at-rest.ts';
import { start } from './child.ts';
import { leaveFirstCore } from './cores.ts';
import { eventsBench } from './events/events.bench.ts';
import { mainOf, make } from './programs.ts';
import { notes } from './report/notes.ts';
import { aims, costTable, rates, restTable } from './report/table.ts';
import { type Pace, run } from './run.ts';
import type { Cost, Program, ServiceBench } from './service-bench.ts';
import { Stage } from './stage.ts';

const benches: readonly ServiceBench[] = [eventsBench];
const names = benches.map(({ service }) => service);

const usage = `npm run bench -- <service>: how fast a service is, beside servers that do less.

  <service>        ${names.join(', ')}, or all
  --quick          one short round: to see that it works, not to quote
  --only <text>    only the subjects whose key or name has the text in it

Everything that it needs is started and stopped: built apps, the sandbox, PostgreSQL (that of TEST_DATABASE_URL, or one that
is installed). Takes about two and a half minutes a service. Read docs/performance.md for what the figures mean.`;

/** The warm-up is long enough for V8 to compile what it finds hot: that takes thousands of messages. */
const thorough: Pace = { rounds: 3, milliseconds: 2_200, warmUp: 5_000 };
const quick: Pace = { rounds: 1, milliseconds: 500, warmUp: 1_000 };

/** @returns The exit code. */
async function main(): Promise<number> {
  const options = {
    help: { type: 'boolean', short: 'h' },
    quick: { type: 'boolean' },
    only: { type: 'string', default: '' },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [asked = ''] = positionals;
  const chosen = benches.filter(({ service }) => asked === service || asked === 'all');
  if (values.help === true || chosen.length === 0) {
    console.log(usage);
    return values.help === true ? 0 : 2;
  }
  leaveFirstCore();
  for (const bench of chosen) {
    const subjects = bench.subjects.filter(({ key, name }) => `${key} ${name}`.includes(values.only));
    await measure({ ...bench, subjects }, values.quick === true ? quick : thorough);
  }
  return 0;
}

async function measure(bench: ServiceBench, pace: Pace): Promise<void> {
  const { service, subjects, message, costs } = bench;
  tell(`${service}: building`);
  await make([{ app: service }, { app: 'sandbox' }, costs, ...subjects.map(({ runs }) => runs)]);
  const stage = new Stage();
  try {
    await stage.start(subjects);
    const results = await run(stage.servers, message, pace, tell);
    await stage.stopServers();
    tell('parts of the way, and at rest');
    const parts = await costsOf(costs);
    const atRest = await measureAtRest(service, stage.folder);
    const tables = [rates(results), aims(bench.aims, results), costTable(parts), restTable(service, atRest)];
    console.log(`\n${[...tables, notes(results, stage.postgres)].join('\n\n')}`);
  } finally {
    await stage.close();
  }
}

async function costsOf(program: Program): Promise<readonly Cost[]> {
  const child = start({ main: mainOf(program), arguments: program.arguments ?? [] });
  const { costs } = (await child.ask()) as { costs: readonly Cost[] };
  await child.stop();
  return costs;
}

/** One line that is written over. */
function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${progress} …`);
  else process.stderr.write(`${progress} …\n`);
}

process.exitCode = await main();
