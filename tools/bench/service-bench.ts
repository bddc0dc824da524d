/** What `npm run bench -- <service>` measures: one declaration a service. */
export interface ServiceBench {
  /** The app's name. */
  readonly service: string;
  readonly message: Message;
  /** In the order of the table; the first is what the others are compared with. */
  readonly subjects: readonly Subject[];
  /** Tells what the parts of a message's way cost. */
  readonly costs: Program;
  readonly aims: readonly Aim[];
}

/** What the load generator sends, again and again. */
export interface Message {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Wherever `idMark` stands in it, each message that is sent has an id of its own. */
  readonly body: string;
}

/** As long as the ids that take its place. */
export const idMark = '{{message-id}}';

/** A file of this folder, which is bundled, or an app as it is built. */
export type Program = ({ readonly file: string } | { readonly app: string }) & {
  readonly arguments?: readonly string[];
};

/** A server that answers the message. */
export interface Subject {
  /** What the aims and `--only` call it. */
  readonly key: string;
  readonly name: string;
  readonly runs: Program;
  readonly needs?: readonly ('postgres' | 'sandbox')[];
  /** Its environment variables, beside those that every service gets. */
  settings?(places: Places): Record<string, string>;
}

/** Where the systems behind a server are: only those that it needs. */
export interface Places {
  /** An empty database. */
  readonly postgres: string;
  readonly sandbox: string;
}

/** How many connections the load comes on: each subject is measured with each. */
export const connectionCounts = [16, 64] as const;

/** The rate that one subject should have, as a share of another's, at the first number of connections. */
export interface Aim {
  readonly subject: string;
  readonly of: string;
  readonly atLeast: number;
}

/** A part of a message's way, measured alone. */
export interface Cost {
  readonly name: string;
  readonly microseconds: number;
}
