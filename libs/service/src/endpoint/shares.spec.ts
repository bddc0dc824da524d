import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { inShares } from './shares';

describe('messages that come in one turn', () => {
  let now: number;
  let begun: string[];
  let come: (name: string, milliseconds?: number) => void;

  beforeEach(() => {
    now = 0;
    const names: string[] = (begun = []);
    const handler = inShares(() => now);
    come = (name, milliseconds = 0) =>
      void handler({} as Request, {} as Response, () => {
        names.push(name);
        now += milliseconds;
      });
  });

  it('are begun at once', () => {
    come('a');
    come('b');
    expect(begun).toEqual(['a', 'b']);
  });

  it('wait for the next turn once their share is used up, in the order that they came', async () => {
    come('a', 2);
    come('b', 2);
    come('c', 2);
    expect(begun).toEqual(['a']);
    await nextTurn();
    come('d');
    expect(begun).toEqual(['a', 'b']);
    await nextTurn();
    expect(begun).toEqual(['a', 'b', 'c']);
    await nextTurn();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('get as long as the turn took until then', async () => {
    come('a', 2);
    for (const name of ['b', 'c', 'd', 'e']) come(name, 2);
    now += 4;
    await nextTurn();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are begun at once again when nobody waits any more', async () => {
    come('a', 2);
    await nextTurn();
    come('b');
    expect(begun).toEqual(['a', 'b']);
  });
});
