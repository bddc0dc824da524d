import { setImmediate } from 'node:timers/promises';

/** How many turns of the event loop others get while `work` is done, by a clock on which a millisecond passes whenever it is looked at. */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [now, turns, working] = [0, 0, true];
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now++);
  const others = (async () => {
    for (; working; turns++) await setImmediate();
  })();
  await work();
  working = false;
  clock.mockRestore();
  await others;
  return turns;
}
