/** A fault that the next so many requests meet. */
export interface PendingFault<Fault> {
  readonly fault: Fault;
  readonly calls: number;
}

const most = 100;

/** The faults that a simulated system is told to have: used up in the order in which they were set. */
export class PendingFaults<Fault> {
  #pending: readonly PendingFault<Fault>[] = [];

  /** @throws RangeError when very many are pending. */
  add(fault: Fault, calls: number): void {
    if (this.#pending.length >= most) throw new RangeError(`${most} faults are pending already`);
    this.#pending = [...this.#pending, { fault, calls }];
  }

  /** The fault that a request meets, if any: the first of those that are meant for it. */
  next(isMeant: (fault: Fault) => boolean = () => true): Fault | undefined {
    const index = this.#pending.findIndex(({ fault }) => isMeant(fault));
    const next = this.#pending[index];
    if (!next) return undefined;
    const left = next.calls > 1 ? [{ ...next, calls: next.calls - 1 }] : [];
    this.#pending = this.#pending.toSpliced(index, 1, ...left);
    return next.fault;
  }

  list(): readonly PendingFault<Fault>[] {
    return this.#pending;
  }

  clear(): void {
    this.#pending = [];
  }
}
