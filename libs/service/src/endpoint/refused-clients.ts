import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** So many are heard again for each millisecond of a busy thread: at 40 to 110 µs for a refusal that takes a tenth of it, or a fifth. */
const heardPerMillisecond = 2;

/**
 * Clients whose message was refused are heard again when there is time. Thousands that ask again at once would otherwise take all the time of
 * the thread for their refusals, and next to nothing would be done. What they send meanwhile waits in the buffers of the system.
 */
export class RefusedClients {
  private readonly resting = new Set<Socket>();
  /** When the last of them were heard. */
  private since = 0;

  /** @param clock Milliseconds, from whenever. */
  constructor(private readonly clock = () => performance.now()) {}

  /** To be told of each message that is refused. Its answer does not wait. */
  add(request: IncomingMessage): void {
    // Until then Node is not done with it, and in the same tick it begins to listen again.
    request.once('close', () => process.nextTick(() => this.rest(request.socket)));
  }

  private rest(socket: Socket): void {
    socket.pause();
    // Who sent many messages ahead, all of them refused, waits once like everybody.
    if (this.resting.has(socket)) return;
    this.resting.add(socket);
    if (this.resting.size > 1) return;
    this.since = this.clock();
    setImmediate(() => this.hear());
  }

  /** One at least in each turn of the event loop: a thread that has nothing to do turns so often that nobody waits. */
  private hear(): void {
    const now = this.clock();
    let count = Math.ceil((now - this.since) * heardPerMillisecond);
    this.since = now;
    for (const socket of this.resting) {
      if (count-- === 0) break;
      this.resting.delete(socket);
      socket.resume();
    }
    if (this.resting.size > 0) setImmediate(() => this.hear());
  }
}
