import { randomUUID } from 'node:crypto';

/** New ids. Injected, so that tests know them beforehand. */
export class Ids {
  private millisecond = NaN;
  private beginning = '';

  /**
   * A UUID that begins with the time (version 7): what is written together stands together in an index, also when there are
   * millions of rows.
   */
  next(): string {
    return `${this.beginningAt(Date.now())}${randomUUID().slice('xxxxxxxx-xxxx-4'.length)}`;
  }

  /** The same for all ids of a millisecond: under load there are several, and to write the time takes longer than the rest. */
  private beginningAt(now: number): string {
    if (now === this.millisecond) return this.beginning;
    const time = now.toString(16).padStart(12, '0');
    this.millisecond = now;
    return (this.beginning = `${time.slice(0, 8)}-${time.slice(8)}-7`);
  }
}
