import { writeXml } from '@trunkline/fields';
import { ProblemDetailDocument } from '../problem-detail/problem-detail-document';
import { notations } from './long-answer';
import { writeLongProblem } from './long-problem';
import { outageMedia } from './outage-media';
import { writtenRootOf } from './roots';

const lines = Array.from({ length: 10_000 }, (_, index) => `/outageMessages/${index}: "<&>" 😀 é`);
const problem = problemOf(lines.join('\n'));

describe('a long problem in pieces', () => {
  it('is the same JSON', () => {
    expect([...writeLongProblem(problem, notations.json)].join('')).toBe(JSON.stringify(problem));
  });

  it('is the same XML', () => {
    expect([...writeLongProblem(problem, notations.xml)].join('')).toBe(
      writeXml(writtenRootOf(ProblemDetailDocument), problem),
    );
  });

  it('comes in pieces of a moderate size', () => {
    const pieces = [...writeLongProblem(problem, notations.xml)];
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000);
  });

  it.each(['application/json', 'application/xml'])('is one of many lines, in %s', (type) => {
    const write = (lines: readonly string[]) =>
      outageMedia.write(ProblemDetailDocument, problemOf(lines.join('\n')), type);
    expect(typeof write(lines)).toBe('object');
    expect(typeof write(lines.slice(0, 10))).toBe('string');
  });
});

function problemOf(detail: string): ProblemDetailDocument {
  return {
    detail,
    httpStatus: 400,
    problemInstance: 'http://é/problem',
    problemType: 'http://é/message/90001/1003',
    serverMessage: {
      longDescription: detail,
      messageCategory: 90001,
      messageNbr: 1003,
      messageText: 'The outage message is stale',
      programName: 'outage',
    },
    title: 'The outage message is stale',
  };
}
