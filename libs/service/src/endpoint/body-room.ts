import type { IncomingMessage } from 'node:http';

/** Memory for all bodies together that have come in part. */
export class BodyRoom {
  private taken = 0;
  /** What came of each, in the order in which something last came of them. */
  private readonly bodies = new Map<
    IncomingMessage,
    { readonly bytes: number; readonly giveUp: () => void }
  >();

  /** @param most In bytes. */
  constructor(private readonly most: number) {}

  /**
   * More came of a body. When that is more than there is room for, those give up of which nothing came for longest: who sends a part and
   * no more keeps nobody out who goes on sending.
   */
  take(request: IncomingMessage, bytes: number, giveUp: () => void): void {
    const all = this.leave(request) + bytes;
    this.taken += all;
    this.bodies.set(request, { bytes: all, giveUp });
    for (const longest of this.bodies.values()) {
      if (this.taken <= this.most) return;
      longest.giveUp();
    }
  }

  /** To be told of each body that has come whole, or comes no more. Returns what had come of it, in bytes. */
  leave(request: IncomingMessage): number {
    const { bytes = 0 } = this.bodies.get(request) ?? {};
    this.bodies.delete(request);
    this.taken -= bytes;
    return bytes;
  }
}
