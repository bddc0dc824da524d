interface Running {
  readonly attempt: number;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

/** The messages that this process is working on. */
export class RunningMessages {
  private readonly messages = new Map<string, Running>();

  begin(id: string, attempt: number): void {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.messages.set(id, { attempt, ended, end });
  }

  has(id: string): boolean {
    return this.messages.has(id);
  }

  /** Which attempt this process holds. Throws for a message that it does not work on. */
  attempt(id: string): number {
    const running = this.messages.get(id);
    if (!running)
      throw new Error(`Message ${id} is not running here: it was settled already, or never accepted.`);
    return running.attempt;
  }

  /** Resolves when the message's row is worth another look; undefined when it does not run here. */
  ended(id: string): Promise<void> | undefined {
    return this.messages.get(id)?.ended;
  }

  end(id: string): void {
    this.messages.get(id)?.end();
    this.messages.delete(id);
  }
}
