import fc from 'fast-check';
import type { Root } from '@trunkline/operations';
import { documents, nearlyRight } from '../documents/documents';
import { type Judge, judgeOf } from '../judges/judge';
import type { Verdict } from '../judges/libxml2.worker.mts';
import { patience, proofs } from '../proofs.config';
import { ourVerdict } from './verdict';

/**
 * Where libxml2 is not asked: what we ignore on purpose (CONTRACTS.md section 0), and what it or our parser reads in a way of its
 * own.
 */
export const leftOut = [
  /** Attributes of foreign namespaces say nothing of the message. */
  /attribute '\{/,
  /** libxml2 does not take the blanks around a date away; XML Schema does (part 2, 4.3.6). */
  /: '(\s[^]*|[^]*\s)' is not a valid value of the (atomic|local) type/,
  /** saxes takes `<?a?b?>` for an instruction. */
  /ParsePI: PI .+ space expected/,
];

/**
 * Our reader takes exactly the documents that libxml2 finds valid by the schema that we publish: tried on thousands, valid ones
 * and such as are broken in every way that a schema knows. The rules of whole messages are left out: no schema can say those.
 */
export function agreesWithLibxml2(roots: readonly Root[]): void {
  const named = roots.map((root) => [root.element, root] as const);
  const numRuns = Math.ceil(proofs.runs / roots.length);
  let judge: Judge;
  beforeAll(() => {
    judge = judgeOf(roots);
  });
  afterAll(() => judge.close());

  const judgeOne = async (root: Root, xml: string) =>
    new Judgement(root, xml, (await judge.judge([xml]))[0]!);
  const judgeAll = async (root: Root, all: readonly string[]) => {
    const verdicts = await judge.judge(all);
    return all.map((xml, at) => new Judgement(root, xml, verdicts[at]!));
  };

  it.each(named)(
    'our reader agrees with libxml2 on each %s that is wrong in one place',
    async (_, root) => {
      const judgements = await judgeAll(root, nearlyRight(root, proofs.seed));
      expect(judgements.filter(({ disagree }) => disagree)).toEqual([]);
    },
    patience,
  );

  it.each(named)(
    `our reader agrees with libxml2 on ${numRuns} random documents, seed ${proofs.seed}: %s`,
    async (_, root) => {
      const judgements: Judgement[] = [];
      const agree = fc.asyncProperty(documents(root), async (xml) => {
        const judgement = await judgeOne(root, xml);
        judgements.push(judgement);
        expect(judgement).toMatchObject({ disagree: false });
      });
      await fc.assert(agree, { numRuns, seed: proofs.seed });
      // Judges that refuse everything, or nothing, would agree, too.
      const valid = judgements.filter(({ theirs }) => theirs.length === 0).length;
      expect(valid / judgements.length).toBeGreaterThan(0.15);
      expect(valid / judgements.length).toBeLessThan(0.75);
    },
    patience,
  );
}

/** What both have against a document, for the report of a failure. */
class Judgement {
  readonly ours: readonly string[];
  readonly disagree: boolean;

  constructor(
    root: Root,
    readonly xml: string,
    readonly theirs: Verdict,
  ) {
    this.ours = ourVerdict(root, xml);
    const asked = !theirs.some((complaint) => leftOut.some((pattern) => pattern.test(complaint)));
    this.disagree = asked && (this.ours.length === 0) !== (theirs.length === 0);
  }
}
