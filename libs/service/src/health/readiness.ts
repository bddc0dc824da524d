/** Whether requests can be done now. */
export class Readiness {
  private stopping = false;

  /** @param database Absent where the service has none. */
  constructor(readonly database: { check(): Promise<void> } | undefined) {}

  /** The service is about to stop: it wants no more work. */
  stop(): void {
    this.stopping = true;
  }

  get wantsWork(): boolean {
    return !this.stopping;
  }
}
