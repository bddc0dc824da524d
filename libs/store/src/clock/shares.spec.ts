import { setImmediate as nextTurn } from 'node:timers/promises';
import { Shares } from './shares';

describe('pieces of work that come in one turn', () => {
  let now: number;
  let shares: Shares;
  let begun: string[];

  beforeEach(() => {
    now = 0;
    begun = [];
    shares = new Shares(() => now);
  });
  // What still waits is begun before the next test.
  afterEach(async () => {
    await nextTurn();
    await nextTurn();
  });

  const work = (name: string, milliseconds: number) => () => {
    begun.push(name);
    now += milliseconds;
  };
  const come = (name: string, milliseconds = 0) => shares.run(work(name, milliseconds));

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

  it('are begun at once again when nobody waits any more', async () => {
    come('a', 2);
    await nextTurn();
    come('b');
    expect(begun).toEqual(['a', 'b']);
  });

  it('count with what follows on their promises, where they are queued', async () => {
    for (const name of ['a', 'b', 'c'])
      shares.queue(() => {
        begun.push(name);
        void Promise.resolve().then(() => (now += 2));
      });
    expect(begun).toEqual([]);
    await nextTurn();
    expect(begun).toEqual(['a']);
    await nextTurn();
    await nextTurn();
    expect(begun).toEqual(['a', 'b', 'c']);
  });
});
