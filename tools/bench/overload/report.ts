import type { Answers, PacedResult } from '../load/pacer.ts';
import { mostMemory } from '../load/watch.ts';
import { markdown } from '../report/markdown.ts';
import { atLeast, atMost, type Verdict, verdictTable } from '../report/verdicts.ts';
import type { Overload } from './overload.ts';

/** What is enough. Times in milliseconds. */
const aims = { goodput: 0.8, refusedWithin: 250, live: 50, memory: 1.2, unanswered: 1, slower: 3 };

/** What came of an overload, with the verdicts of `verdictsOf`. */
export function reportOverload(
  service: string,
  { capacity, ...rest }: Overload,
  verdicts: readonly Verdict[],
): string {
  const phases = { before: rest.before, 'at three times': rest.during, after: rest.after };
  const rows = Object.entries(phases).map(([name, result]) => [name, ...cellsOf(result)]);
  const head = ['', 'asked/s', 'done', 'p50 ms', 'p99', 'refused', 'p50 ms', 'p99', 'not sent', 'lost'];
  return [
    `## ${service}: three times the ${capacity.toFixed(0)} requests a second that it can do`,
    markdown([head, ...rows]),
    verdictTable(verdicts),
  ].join('\n\n');
}

function cellsOf(result: PacedResult): string[] {
  const [done, refused] = [doneOf(result), refusedOf(result)];
  return [
    result.perSecond.toFixed(0),
    ...[done, refused].flatMap(({ count, p50, p99 }) => [String(count), p50.toFixed(1), p99.toFixed(1)]),
    String(result.notSent),
    String(result.lost),
  ];
}

const none: Answers = { count: 0, p50: NaN, p99: NaN, slowest: NaN };

function doneOf({ answers }: PacedResult): Answers {
  return answers[200] ?? answers[201] ?? none;
}

/** REST refuses with 503; SOAP with the system error of its contract, which is 500. */
function refusedOf({ answers }: PacedResult): Answers {
  return answers[503] ?? answers[500] ?? none;
}

/** Whether that is enough. */
export function verdictsOf({
  capacity,
  before,
  during,
  after,
  live,
  usage,
  milliseconds,
}: Overload): Verdict[] {
  const refused = refusedOf(during);
  const asked = (during.perSecond * milliseconds) / 1000;
  const third = Math.floor(usage.length / 3);
  const growth = mostMemory(usage.slice(-third)) / mostMemory(usage.slice(0, third));
  const failed = Object.entries(after.answers).filter(([status]) => !status.startsWith('20'));
  const unanswered = ((during.notSent + during.lost) / asked) * 100;
  const retryAfter = during.answers[503] ? (during.retryAfter / during.answers[503].count) * 100 : NaN;
  return [
    atLeast(
      'done, of what it can do',
      during.doneMeanwhile / (milliseconds / 1000) / capacity,
      aims.goodput,
      'times',
    ),
    atMost('neither done nor refused', unanswered, aims.unanswered, '%'),
    atMost('p99 of a refusal', refused.p99, aims.refusedWithin, 'ms'),
    ...(during.answers[503] ? [atLeast('503 with Retry-After', retryAfter, 100, '%')] : []),
    atMost('p99 of /health/live', live.answers[200]?.p99 ?? NaN, aims.live, 'ms'),
    atMost('memory in the last third, of that in the first', growth, aims.memory, 'times'),
    atMost('refused or lost afterwards', failed.length + after.lost + after.notSent, 0, ''),
    atMost('p99 afterwards, of that before', doneOf(after).p99 / doneOf(before).p99, aims.slower, 'times'),
  ];
}
