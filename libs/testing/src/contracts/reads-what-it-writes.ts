import fc from 'fast-check';
import { readXml, writeXml } from '@trunkline/fields';
import type { Root } from '@trunkline/operations';
import { messages } from '../documents/values';
import { type Judge, judgeOf } from '../judges/judge';
import { patience, proofs } from '../proofs.config';

/** What we write is valid by the schema that we publish, and reads back as the same values. */
export function readsWhatItWrites(roots: readonly Root[]): void {
  let judge: Judge;
  beforeAll(() => {
    judge = judgeOf(roots);
  });
  afterAll(() => judge.close());

  it.each(roots.map((root) => [root.element, root] as const))(
    'what it writes is valid and reads back the same: %s',
    async (_, root) => {
      const same = fc.asyncProperty(messages(root.message), async (message) => {
        const xml = writeXml(root, message);
        expect(await judge.judge([xml])).toEqual([[]]);
        expect(readXml(root, xml)).toEqual({ message, faults: [] });
      });
      await fc.assert(same, { numRuns: Math.ceil(proofs.runs / 10), seed: proofs.seed });
    },
    patience,
  );
}
