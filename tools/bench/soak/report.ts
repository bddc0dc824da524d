import { mostMemory } from '../load/watch.ts';
import { markdown } from '../report/markdown.ts';
import { atMost, type Verdict, verdictTable } from '../report/verdicts.ts';
import type { Soaked } from './soak.ts';

/**
 * The most that is enough: MiB and handles kept more than after the warm-up, MiB resident (the chart's limit of memory), and seconds of
 * messages in the journal.
 */
const aims = { memory: 10, handles: 5, resident: 384, journal: 180 };

/** @param verdicts Those of `verdictsOf`. */
export function reportSoak(soaked: readonly Soaked[], verdicts: readonly Verdict[], minutes: number): string {
  const rows = soaked.map((each) => [each.service, ...cellsOf(each)]);
  const head = [
    '',
    'answers',
    'of them no success',
    'lost',
    'p99 ms',
    'MiB kept before',
    'after',
    'handles before',
    'after',
    'MiB resident',
    'journal at most',
  ];
  return [`## ${minutes} minutes of everything`, markdown([head, ...rows]), verdictTable(verdicts)].join(
    '\n\n',
  );
}

function cellsOf({ results, kept, usage, journal }: Soaked): string[] {
  const answers = results.flatMap((result) => Object.entries(result.answers));
  const countOf = (some: typeof answers): number => some.reduce((sum, [, { count }]) => sum + count, 0);
  return [
    String(countOf(answers)),
    String(countOf(answers.filter(([status]) => !status.startsWith('20')))),
    String(lostOf(results)),
    (results[0]!.answers[200] ?? results[0]!.answers[201])!.p99.toFixed(1),
    ...kept.map(({ memory }) => inMiB(memory).toFixed(1)),
    ...kept.map(({ handles }) => String(handles)),
    mostMemory(usage).toFixed(0),
    String(Math.max(0, ...journal)),
  ];
}

/** Whether a service kept what it had, and no more. */
export function verdictsOf({ service, results, kept: [before, after], usage, journal }: Soaked): Verdict[] {
  const perSecond = results.reduce((sum, result) => sum + result.perSecond, 0);
  return [
    atMost(`${service}: memory kept more`, inMiB(after.memory - before.memory), aims.memory, 'MiB'),
    atMost(`${service}: handles kept more`, after.handles - before.handles, aims.handles, ''),
    atMost(`${service}: resident`, mostMemory(usage), aims.resident, 'MiB'),
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

function inMiB(bytes: number): number {
  return bytes / 2 ** 20;
}
