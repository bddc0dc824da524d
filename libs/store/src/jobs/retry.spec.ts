import { retryDelay } from './retry';

describe('the delay before another attempt', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [9, 256_000],
    [10, 300_000],
    [10_000, 300_000],
  ])('after attempt %i is at most %i ms, and at least half of it', (attempts, longest) => {
    expect(retryDelay(attempts, () => 0)).toBe(longest);
    expect(retryDelay(attempts, () => 0.5)).toBe(longest * 0.75);
    expect(retryDelay(attempts, () => 0.999_999)).toBe(longest / 2);
  });
});
