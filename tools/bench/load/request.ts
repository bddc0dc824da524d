import { idMark, type Message } from '../service-bench.ts';

/** The bytes of a message, whose ids are written anew before each time that it is sent. */
export class Request {
  readonly bytes: Buffer;
  readonly #places: readonly number[];

  constructor(host: string, { path, headers, body }: Message) {
    const lines = Object.entries({ Host: host, ...headers, 'Content-Length': Buffer.byteLength(body) });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    this.bytes = Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n${body}`);
    this.#places = placesOf(this.bytes);
  }

  /** @param number Different for each message of a run; it has at most as many digits as the mark is long. */
  number(number: number): void {
    const id = String(number).padStart(idMark.length, '0');
    for (const place of this.#places) this.bytes.write(id, place, 'latin1');
  }
}

function placesOf(bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(idMark); at >= 0; at = bytes.indexOf(idMark, at + 1)) places.push(at);
  return places;
}
