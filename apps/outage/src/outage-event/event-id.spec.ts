import { turnsDuring } from '../../test/turns';
import { eventIdOf, eventIdsOf } from './event-id';

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

  it('is made of each message of a request, and others have their turn meanwhile', async () => {
    const externalOutageIds = Array.from({ length: 100 }, (_, index) => String(index));
    const outageMessages = externalOutageIds.map((externalOutageId) => ({
      eventDetails: { externalOutageId },
    }));
    let ids: string[] = [];
    const work = async () => (ids = await eventIdsOf({ externalSystem: 'a', outageMessages }));
    expect(await turnsDuring(work)).toBeGreaterThan(20);
    expect(ids).toEqual(externalOutageIds.map((id) => eventIdOf('a', id)));
  });
});
