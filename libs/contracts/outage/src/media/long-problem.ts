import { ProblemDetailDocument } from '../problem-detail/problem-detail-document';
import type { Notation } from './long-answer';
import { writtenRootOf } from './roots';

/** In UTF-16 units: so much of a detail is written at once, and the rest of its line. */
const atOnce = 65_536;

/** Stands in the place of a detail: nothing else in a problem is beyond Latin-1. */
const hole = '\uf8ff';

/** Whether a problem is too much to be written in one go: its detail has a line for each of many messages. */
export function isLongProblem({ detail }: ProblemDetailDocument): boolean {
  return detail.length > atOnce;
}

/** A problem, which says its detail twice, in pieces. */
export function* writeLongProblem(problem: ProblemDetailDocument, notation: Notation): Generator<string> {
  const { detail } = problem;
  const serverMessage = { ...problem.serverMessage, longDescription: hole };
  const whole = notation.write(writtenRootOf(ProblemDetailDocument), {
    ...problem,
    detail: hole,
    serverMessage,
  });
  for (const [index, part] of whole.split(hole).entries()) {
    if (index > 0) yield* textPieces(detail, notation);
    yield part;
  }
}

function* textPieces(detail: string, notation: Notation): Generator<string> {
  for (let start = 0; start < detail.length;) {
    const found = detail.indexOf('\n', start + atOnce);
    const end = found < 0 ? detail.length : found;
    yield notation.text(detail.slice(start, end));
    start = end;
  }
}
