import { hash } from 'node:crypto';
import { Clock, Ids } from '@trunkline/service';

/** The moment that every test takes place at. */
export const fixedNow = new Date('2026-01-31T09:30:00.000Z');

/** Time that stands still. */
export class FixedClock extends Clock {
  override now(): Date {
    return fixedNow;
  }
}

/** Ids that are known beforehand: those of one sentence are its own, numbered from 1. */
export class CountedIds extends Ids {
  private count = 0;
  private prefix = '00000000';

  override next(): string {
    return `${this.prefix}-0000-4000-8000-${String(++this.count).padStart(12, '0')}`;
  }

  /** Begins the ids of a sentence, so that a sample does not depend on those before it. */
  begin(sentence: string): void {
    this.prefix = hash('sha256', sentence).slice(0, 8);
    this.count = 0;
  }
}
