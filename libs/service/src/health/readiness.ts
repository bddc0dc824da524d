/** Whether the service wants work. It stops wanting it before it stops. */
export class Readiness {
  private wanted = true;

  get wantsWork(): boolean {
    return this.wanted;
  }

  stop(): void {
    this.wanted = false;
  }
}
