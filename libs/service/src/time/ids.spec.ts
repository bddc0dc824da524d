import { Ids } from './ids';

describe('a new id', () => {
  const ids = new Ids();

  it('is a UUID of version 7', () => {
    expect(ids.next()).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('begins with the time, in milliseconds', () => {
    const before = Date.now();
    const time = parseInt(ids.next().replace('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('is never the same', () => {
    expect(new Set(Array.from({ length: 1000 }, () => ids.next())).size).toBe(1000);
  });
});
