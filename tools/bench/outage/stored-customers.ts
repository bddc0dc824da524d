/** The first account of a database that is filled: the accounts are numbers of eight digits, one after the other. */
export const storedFirst = 10_000_000;
