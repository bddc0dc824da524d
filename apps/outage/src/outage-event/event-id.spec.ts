import { eventIdOf } from './event-id';

describe('an event id', () => {
  it('has 14 characters that every database sorts alike', () => {
    expect(eventIdOf('CCB-NMS integration', '200234')).toMatch(/^[0-9A-HJKMNP-TV-Z]{14}$/);
  });

  it('is that of its key', () => {
    expect(eventIdOf('CCB-NMS integration', '200234')).toBe('JQ5Z0GAA72SEYS');
  });

  it('is no other of a key that looks the same when it is put together', () => {
    expect(eventIdOf('a', 'b","c')).not.toBe(eventIdOf('a","b', 'c'));
  });
});
