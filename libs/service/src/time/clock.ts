const day = 24 * 3_600_000;

/** What time it is. Injected, so that tests have their own. */
export class Clock {
  now(): Date {
    return new Date();
  }

  daysAgo(days: number): Date {
    return new Date(this.now().getTime() - days * day);
  }
}
