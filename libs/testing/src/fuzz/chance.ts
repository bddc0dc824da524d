/** Numbers by chance that a seed repeats: of each request its own, so that one can be made again without those before it. */
export class Chance {
  private state: number;

  constructor(seed: number, request: number) {
    this.state = Math.imul(seed ^ Math.imul(request + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
  }

  /** A whole number from 0 to below `limit`; 0 where there is nothing to choose from. By mulberry32. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return limit < 1 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}
