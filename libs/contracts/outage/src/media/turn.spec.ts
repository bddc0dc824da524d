import { inTurns } from './turn';

describe('work in turns', () => {
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'];

  it('is done once for each, in their order', async () => {
    expect(await inTurns(new Set([a, b, c]), (item, index) => `${item}${index}`)).toEqual(['a0', 'b1', 'c2']);
  });

  it('lets others have theirs whenever it took its time', async () => {
    let now = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
    const order: string[] = [];
    const work = (item?: string) => {
      order.push(item!);
      now += 2;
      setImmediate(() => order.push(`after ${item}`));
    };
    await inTurns([a, b, c, d, e], work);
    clock.mockRestore();
    expect(order).toEqual(['a', 'b', 'after a', 'after b', 'c', 'd', 'after c', 'after d', 'e']);
  });
});
