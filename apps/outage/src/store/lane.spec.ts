import { Lane } from './lane';

const nextTurn = () => new Promise(setImmediate);

/** A lane whose groups end when they are told to. */
class Gate {
  readonly groups: (readonly string[])[] = [];
  private readonly ends: (() => void)[] = [];

  readonly lane = new Lane<string, string>(3, async (group) => {
    this.groups.push(group);
    await new Promise<void>((resolve) => this.ends.push(resolve));
    if (group.includes('bad')) throw new Error('a bad one');
    return group.map((work) => work.toUpperCase());
  });

  async end(): Promise<void> {
    this.ends.shift()!();
    await nextTurn();
  }
}

describe('a lane', () => {
  it('does together what came at once or while it was busy, but not too much', async () => {
    const gate = new Gate();
    const doAll = (...works: string[]) => works.map((work) => gate.lane.do(work));
    const done = doAll('a', 'b');
    await nextTurn();
    done.push(...doAll('c', 'd', 'e', 'f'));
    for (let group = 0; group < 3; group++) await gate.end();
    expect(await Promise.all(done)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(gate.groups).toEqual([['a', 'b'], ['c', 'd', 'e'], ['f']]);
  });

  it('fails only the one that is bad', async () => {
    const gate = new Gate();
    const done = Promise.allSettled(['a', 'bad', 'b', 'c'].map((work) => gate.lane.do(work)));
    await nextTurn();
    for (let group = 0; group < 5; group++) await gate.end();
    expect((await done).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(gate.groups).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b'], ['c']]);
  });
});
