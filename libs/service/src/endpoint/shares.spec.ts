import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { inShares, share } from './shares';

describe('messages that come in one turn', () => {
  let begun: string[];
  let come: (name: string, milliseconds?: number) => void;

  beforeEach(() => {
    begun = [];
    const handler = inShares();
    come = (name, milliseconds = 0) =>
      void handler({} as Request, {} as Response, () => {
        begun.push(name);
        const start = performance.now();
        while (performance.now() < start + milliseconds);
      });
  });

  it('are begun at once', () => {
    come('a');
    come('b');
    expect(begun).toEqual(['a', 'b']);
  });

  it('wait for the next turn once its share is used up, in the order that they came', async () => {
    come('a', share);
    come('b', share);
    come('c', share);
    expect(begun).toEqual(['a']);
    await nextTurn();
    come('d');
    expect(begun).toEqual(['a', 'b']);
    await nextTurn();
    await nextTurn();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are begun at once again when nobody waits any more', async () => {
    come('a', share);
    await nextTurn();
    come('b');
    expect(begun).toEqual(['a', 'b']);
  });
});
