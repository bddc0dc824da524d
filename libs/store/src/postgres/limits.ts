/** What an instance of a service allows itself on PostgreSQL. Times are in milliseconds; README.md tells an operator of them. */
export const postgresLimits = {
  /** Open connections at most. */
  connections: 10,

  /** How long anybody waits for a connection, be it that others have them all or that none can be made. */
  wait: 2_000,

  /** How long a connection may take to come about. Only the start waits as long; one that nobody waits for is for the next who asks. */
  connect: 5_000,

  /** For a statement of a group commit: it touches its rows by their keys, and takes milliseconds. */
  write: 10_000,

  /**
   * For every other statement. Nothing that a service asks takes as long, and a migration that does is better split: a server that stays
   * silent for so long is taken for gone, although its connection does not say so.
   */
  statement: 300_000,
} as const;
