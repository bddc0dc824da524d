/** The accounts of a database that is filled: each has a number of eight digits. */
export const keptAccounts = { first: 10_000_000, count: 1_000_000 };

/** Of so many accounts one is suspended. */
export const suspendedEvery = 100;
