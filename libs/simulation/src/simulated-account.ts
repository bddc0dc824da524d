/** An account with a line, as a simulated system knows it. */
export interface SimulatedAccount<Fault extends string> {
  readonly site: string;
  readonly account: string;
  readonly telephone: string;
  /** The fault that its requests meet. */
  readonly provokes?: Fault;
  readonly about: string;
}

/** How an account stands in a data file; one that provokes a fault is about that. */
type AccountData = Omit<SimulatedAccount<string>, 'about'> & { readonly about?: string };

/**
 * The accounts of a data file.
 *
 * @param faults Those that the system can have, by their names.
 * @throws Error when one provokes a fault that is none of them.
 */
export function accountsFrom<Fault extends string>(
  data: readonly AccountData[],
  faults: Readonly<Record<Fault, { readonly about: string }>>,
): readonly SimulatedAccount<Fault>[] {
  const isFault = (name: string): name is Fault => Object.hasOwn(faults, name);
  return data.map(({ provokes, about = '', ...account }) => {
    if (provokes === undefined) return { ...account, about };
    if (!isFault(provokes)) throw new Error(`Account ${account.account} provokes ${provokes}: no such fault`);
    return { ...account, provokes, about: faults[provokes].about };
  });
}
