import { idMark, type IdRange, type Message, shortIdMark } from '../service-bench.ts';

/** The bytes of a message, whose ids are written anew before each time that it is sent. */
export class Request {
  readonly bytes: Buffer;
  readonly #places: readonly Place[];
  readonly #ids: IdRange | undefined;

  constructor(host: string, { method = 'POST', path, headers, body, ids }: Message) {
    const lines = Object.entries({ Host: host, ...headers, 'Content-Length': Buffer.byteLength(body) });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    this.bytes = Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`);
    this.#places = [idMark, shortIdMark].flatMap((mark) => placesOf(this.bytes, mark));
    this.#ids = ids;
  }

  /** @param number Different for each message that a server gets; it has at most as many digits as the marks are long. */
  number(number: number): void {
    const id = this.#ids ? idOf(number, this.#ids) : number;
    for (const { at, length } of this.#places)
      this.bytes.write(String(id).padStart(length, '0'), at, 'latin1');
  }
}

interface Place {
  readonly at: number;
  readonly length: number;
}

function placesOf(bytes: Buffer, mark: string): Place[] {
  const places: Place[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
    places.push({ at, length: mark.length });
  return places;
}

/** A prime that no count is a multiple of: numbers that follow one another are far apart, and none comes twice before all came. */
const stride = 7_919_317;

function idOf(number: number, { first, count }: IdRange): number {
  return first + ((number * stride) % count);
}
