/** What the control needs of a system that the sandbox stands in for. */
export interface SimulatedSystem {
  /** As a request names it. */
  readonly name: string;
  /** Every fault that it can have, by its name. */
  readonly faults: Readonly<Record<string, { readonly about: string }>>;
  /** What its accounts are and provoke. */
  readonly accounts: readonly object[];
  /** Makes the next calls meet a fault; throws a RangeError when very many are pending. */
  provoke(fault: string, calls: number): void;
  state(): object;
  reset(): void;
}

/** The systems of the sandbox. */
export class SimulatedSystems {
  constructor(readonly all: readonly SimulatedSystem[]) {}

  named(name: string): SimulatedSystem | undefined {
    return this.all.find((system) => system.name === name);
  }

  /** Something of each system, by its name. */
  each<T>(facts: (system: SimulatedSystem) => T): Record<string, T> {
    return Object.fromEntries(this.all.map((system) => [system.name, facts(system)]));
  }
}
