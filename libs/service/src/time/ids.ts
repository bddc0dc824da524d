import { randomUUID } from 'node:crypto';

/** New ids, each a UUID. Injected, so that tests know them beforehand. */
export class Ids {
  next(): string {
    return randomUUID();
  }
}
