import type { IncomingMessage } from 'node:http';
import { BodyRoom } from './body-room';

type Requests = [IncomingMessage, IncomingMessage, IncomingMessage];

const [first, second, third] = ['first', 'second', 'third'] as unknown as Requests;

describe('the room for bodies that have come in part', () => {
  const gaveUp: IncomingMessage[] = [];
  let room: BodyRoom;

  beforeEach(() => {
    gaveUp.length = 0;
    room = new BodyRoom(10);
  });

  function take(request: IncomingMessage, bytes: number): void {
    room.take(request, bytes, () => {
      gaveUp.push(request);
      room.leave(request);
    });
  }

  it('is for all of them together', () => {
    take(first, 5);
    take(second, 5);
    expect(gaveUp).toEqual([]);
    take(third, 5);
    expect(gaveUp).toEqual([first]);
  });

  it('is kept from those that nothing came of for longest, as many as it takes', () => {
    take(first, 3);
    take(second, 3);
    take(third, 3);
    take(first, 1);
    take(first, 4);
    expect(gaveUp).toEqual([second, third]);
  });

  it('is left by what has come whole', () => {
    take(first, 10);
    expect([room.leave(first), room.leave(first)]).toEqual([10, 0]);
    take(second, 10);
    expect(gaveUp).toEqual([]);
  });

  it('is not for one that is larger than all of it', () => {
    take(first, 6);
    take(first, 6);
    expect(gaveUp).toEqual([first]);
  });
});
