import { Lane } from './lane';

const nextTurn = () => new Promise(setImmediate);

/** A lane whose groups end when they are told to. */
class Gate {
  readonly groups: (readonly string[])[] = [];
  private readonly ends: (() => void)[] = [];

  readonly lane = new Lane<string, string>({
    largest: 3,
    run: async (group) => {
      this.groups.push(group);
      await new Promise<void>((resolve) => this.ends.push(resolve));
      const wrong = group.find((work) => work === 'bad' || work === 'away');
      if (wrong) throw new Error(wrong);
      return group.map((work) => work.toUpperCase());
    },
    mayBeOfOne: (error) => (error as Error).message === 'bad',
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

  it("fails a whole group where that is nobody's own fault", async () => {
    const gate = new Gate();
    const done = Promise.allSettled(['a', 'away', 'b', 'c'].map((work) => gate.lane.do(work)));
    await nextTurn();
    for (let group = 0; group < 2; group++) await gate.end();
    expect((await done).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(gate.groups).toEqual([['a', 'away', 'b'], ['c']]);
  });
});
