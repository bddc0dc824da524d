import type { Usage } from '../measured-server.ts';
import { median } from '../quantile.ts';
import { markdown } from '../report/markdown.ts';
import { atMost, type Verdict, verdictTable } from '../report/verdicts.ts';
import type { Soaked } from './soak.ts';

/** After a fifth of the time everything that is kept for good is there. */
const warmUp = 0.2;

/** The most that is enough: MiB and handles more than after the warm-up, and seconds of messages in the journal. */
const aims = { memory: 20, handles: 10, journal: 180 };

/** @param verdicts Those of `verdictsOf`. */
export function reportSoak(soaked: readonly Soaked[], verdicts: readonly Verdict[], minutes: number): string {
  const rows = soaked.map((each) => [each.service, ...cellsOf(each)]);
  const head = [
    '',
    'answers',
    'of them no success',
    'lost',
    'p99 ms',
    'MiB after warm-up',
    'at the end',
    'handles',
    'at the end',
    'journal at most',
  ];
  return [`## ${minutes} minutes of everything`, markdown([head, ...rows]), verdictTable(verdicts)].join(
    '\n\n',
  );
}

function cellsOf({ results, usage, journal }: Soaked): string[] {
  const answers = results.flatMap((result) => Object.entries(result.answers));
  const countOf = (some: typeof answers): number => some.reduce((sum, [, { count }]) => sum + count, 0);
  const { early, late } = stretches(usage);
  return [
    String(countOf(answers)),
    String(countOf(answers.filter(([status]) => !status.startsWith('20')))),
    String(lostOf(results)),
    (results[0]!.answers[200] ?? results[0]!.answers[201])!.p99.toFixed(1),
    ...[early, late].map((some) => memoryOf(some).toFixed(0)),
    ...[early, late].map((some) => String(handlesOf(some))),
    String(Math.max(0, ...journal)),
  ];
}

/** Whether a service kept what it had, and no more. */
export function verdictsOf({ service, results, usage, journal }: Soaked): Verdict[] {
  const { early, late } = stretches(usage);
  const perSecond = results.reduce((sum, result) => sum + result.perSecond, 0);
  return [
    atMost(`${service}: more memory`, memoryOf(late) - memoryOf(early), aims.memory, 'MiB'),
    atMost(`${service}: more handles`, handlesOf(late) - handlesOf(early), aims.handles, ''),
    atMost(`${service}: lost`, lostOf(results), 0, ''),
    atMost(
      `${service}: journal, in seconds of messages`,
      (journal.at(-1) ?? 0) / perSecond,
      aims.journal,
      's',
    ),
  ];
}

function lostOf(results: Soaked['results']): number {
  return results.reduce((sum, { lost, notSent }) => sum + lost + notSent, 0);
}

/** The fifth after the warm-up, and the last fifth. */
function stretches(usage: readonly Usage[]): { early: readonly Usage[]; late: readonly Usage[] } {
  const fifth = Math.ceil(usage.length * warmUp);
  return { early: usage.slice(fifth, 2 * fifth), late: usage.slice(-fifth) };
}

/** In MiB. */
function memoryOf(usage: readonly Usage[]): number {
  return median(usage.map(({ memory }) => memory)) / 2 ** 20;
}

function handlesOf(usage: readonly Usage[]): number {
  return median(usage.map(({ handles }) => handles));
}
