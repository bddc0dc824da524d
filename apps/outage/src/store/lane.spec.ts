import { Lane } from './lane';

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
    await new Promise(setImmediate);
  }
}

describe('a lane', () => {
  it('does together what came while it was busy, but not too much at once', async () => {
    const gate = new Gate();
    const done = Promise.all(['a', 'b', 'c', 'd', 'e'].map((work) => gate.lane.do(work)));
    for (let group = 0; group < 3; group++) await gate.end();
    expect(await done).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(gate.groups).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  it('fails only the one that is bad', async () => {
    const gate = new Gate();
    const done = Promise.allSettled(['a', 'b', 'bad', 'c'].map((work) => gate.lane.do(work)));
    for (let group = 0; group < 5; group++) await gate.end();
    expect((await done).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(gate.groups).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
  });
});
