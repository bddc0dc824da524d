/** What has been opened, and how each is closed: the last first. */
export class Closing {
  private readonly steps: (() => unknown)[] = [];

  /** Keeps how to close what was opened just now. */
  add(step: () => unknown): void {
    this.steps.push(step);
  }

  /**
   * Closes everything, also what comes after something that will not close.
   *
   * @throws the first error that there was.
   */
  async run(): Promise<void> {
    const errors: unknown[] = [];
    for (const step of this.steps.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
