import { idMark, shortIdMark } from '../service-bench.ts';
import { Request } from './request.ts';

const message = { path: `/${shortIdMark}`, headers: { Id: idMark }, body: `<${idMark}>` };

function numbered(request: Request, number: number): string {
  request.number(number);
  return request.bytes.toString();
}

describe('a request', () => {
  it('has the id wherever its mark stands, as long as the mark', () => {
    const request = new Request('host', message);
    expect(numbered(request, 12)).toBe(
      'POST /00000012 HTTP/1.1\r\nHost: host\r\nId: 00000000000012\r\nContent-Length: 16\r\n\r\n<00000000000012>',
    );
  });

  it('takes each id of a range before it takes one again', () => {
    const ids = { first: 100, count: 50 };
    const request = new Request('host', { ...message, method: 'GET', ids });
    const taken = Array.from({ length: 50 }, (_, number) => numbered(request, number).slice(5, 13));
    expect(new Set(taken).size).toBe(50);
    expect(taken.toSorted().at(0)).toBe('00000100');
    expect(taken.toSorted().at(-1)).toBe('00000149');
  });
});
