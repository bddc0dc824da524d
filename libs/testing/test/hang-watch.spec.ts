import { HangWatch } from '../src/fuzz/hang-watch';

let now = 0;

function answer(watch: HangWatch, times: number): void {
  for (let left = times; left > 0; left--) watch.arrived(watch.sent());
}

describe('a watch for what hangs', () => {
  it('knows an answer that others overtake from a machine on which all take long', () => {
    const watch = new HangWatch(() => now);
    const sent = watch.sent();
    now += 5_000;
    answer(watch, 100);
    expect(watch.arrived(sent)).toBeUndefined();
    answer(watch, 1_000);
    expect(watch.arrived(sent)).toBe('it waited while 1101 others were answered');
  });

  it('has nothing against an answer that is overtaken for less than a second', () => {
    const watch = new HangWatch(() => now);
    const sent = watch.sent();
    now += 999;
    answer(watch, 2_000);
    expect(watch.arrived(sent)).toBeUndefined();
  });

  it('tells when the service took a second of the processor since the last look', () => {
    const watch = new HangWatch(() => now);
    expect(watch.look(7_000)).toBeUndefined();
    expect(watch.look(7_999)).toBeUndefined();
    expect(watch.look(8_999)).toContain('all took 1000 ms');
  });
});
