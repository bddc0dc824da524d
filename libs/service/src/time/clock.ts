/** What time it is. Injected, so that tests have their own. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
