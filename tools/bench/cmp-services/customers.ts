/** The subscriptions of a database that is filled: numbers of eight digits. */
export const subscriptions = { first: 10_000_000, count: 500_000 };
