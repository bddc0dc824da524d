import { measureAtRest } from './at-rest.ts';
import { start } from './child.ts';
import { mainOf, make } from './programs.ts';
import { notes } from './report/notes.ts';
import { aims, costTable, rates, restTable } from './report/table.ts';
import { type Pace, type Results, run } from './run.ts';
import type { Comparison, Cost, Program, ServiceBench, Subject, Trial } from './service-bench.ts';
import { Stage } from './stage.ts';

/** How the bench was asked for. */
export interface Choice {
  readonly quick: boolean;
  /** Only what has this in its key or name. */
  readonly only: string;
}

/** The warm-up is long enough for V8 to compile what it finds hot: that takes thousands of messages. */
const thorough: Pace = { rounds: 3, milliseconds: 2_200, warmUp: 5_000 };
const quick: Pace = { rounds: 1, milliseconds: 500, warmUp: 1_000 };

/** Measures a service, and prints each table as soon as it is known. */
export async function measure(bench: ServiceBench, choice: Choice): Promise<void> {
  tell(`${bench.service}: building`);
  await make(programsOf(bench));
  for (const comparison of bench.comparisons) await compare(bench, comparison, choice);
  for (const trial of bench.trials ?? []) await attempt(bench, trial, choice);
  if (choice.only === '') await tellRest(bench);
}

/** What has to be built. */
export function programsOf({ service, behind, comparisons, costs, trials = [] }: ServiceBench): Program[] {
  const subjects = comparisons.flatMap((comparison) => comparison.subjects);
  const running = subjects.flatMap(({ runs, fill }) => (fill ? [runs, fill] : [runs]));
  const tried = trials.flatMap(({ programs }) => programs);
  return [{ app: service }, costs, ...running, ...tried, ...(behind ? [behind] : [])];
}

async function compare(
  { service, behind }: ServiceBench,
  { title, message, subjects, aims: declared }: Comparison,
  { only, quick: isQuick }: Choice,
): Promise<void> {
  const chosen = subjects.filter(({ key, name }) => `${title} ${key} ${name}`.includes(only));
  if (chosen.length === 0) return;
  await onStage(behind, async (stage) => {
    await stage.start(withShared(chosen, subjects));
    const servers = new Map([...stage.servers].filter(([subject]) => chosen.includes(subject)));
    const results: Results = await run(servers, message, isQuick ? quick : thorough, tell);
    const tables = [rates(results), ...(declared.length > 0 ? [aims(declared, results)] : [])];
    print(`## ${service}: ${title}`, ...tables, notes(results, stage.postgres));
  });
}

/** Those whose server others share come along. */
function withShared(chosen: readonly Subject[], all: readonly Subject[]): Subject[] {
  return all.filter((each) => chosen.includes(each) || chosen.some(({ sharing }) => sharing === each.key));
}

async function attempt({ service, behind }: ServiceBench, trial: Trial, choice: Choice): Promise<void> {
  if (!trial.name.includes(choice.only)) return;
  await onStage(behind, async (stage) =>
    print(`## ${service}: ${trial.name}`, await trial.run({ stage, quick: choice.quick, tell })),
  );
}

async function tellRest({ service, behind, costs }: ServiceBench): Promise<void> {
  tell('parts of the way, and at rest');
  await onStage(behind, async ({ folder }) =>
    print(costTable(await costsOf(costs)), restTable(service, await measureAtRest(service, folder))),
  );
}

/** Acts on a stage that is closed after that. */
export async function onStage<T>(behind: Program | undefined, act: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = new Stage(behind, tell);
  try {
    return await act(stage);
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

export function print(...parts: readonly string[]): void {
  console.log(`\n${parts.join('\n\n')}`);
}

/** Says how far we are: one line that is written over. */
export function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${progress} …`);
  else process.stderr.write(`${progress} …\n`);
}
