import type { Stage } from './stage.ts';

/** What `npm run bench -- <service>` measures: one declaration a service. */
export interface ServiceBench {
  /** The app's name. */
  readonly service: string;
  /** Stands in for the systems behind the service: for the subjects that need it. */
  readonly behind?: Program;
  readonly comparisons: readonly Comparison[];
  /** The key of the subject, in the first comparison, that is the service as it is used. */
  readonly whole: string;
  /** Tells what the parts of a message's way cost. */
  readonly costs: Program;
  /** What rates do not say. */
  readonly trials?: readonly Trial[];
}

/** Servers that are asked the same, one table of their rates. */
export interface Comparison {
  readonly title: string;
  readonly message: Message;
  /** In the order of the table; the first is what the others are compared with. */
  readonly subjects: readonly Subject[];
  readonly aims: readonly Aim[];
}

/** What the load generator sends, again and again. */
export interface Message {
  /** POST unless it says otherwise. */
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Wherever `idMark` or `shortIdMark` stands in it or in the path, each message that is sent has an id of its own. */
  readonly body: string;
  /** Which ids those are: of what is there already. Otherwise any. */
  readonly ids?: IdRange;
}

/** Ids that are taken in no order, and again after the last. */
export interface IdRange {
  readonly first: number;
  readonly count: number;
}

/** As long as the ids that take its place. */
export const idMark = '{{message-id}}';
/** The same where a contract has no room: an id of eight characters. */
export const shortIdMark = '{{id-8}}';

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
  readonly needs?: readonly ('postgres' | 'behind')[];
  /** Fills its database before it starts: told what the server is told, it answers when it is done. */
  readonly fill?: Program;
  /** The key of the subject whose server it shares. */
  readonly sharing?: string;
  /** What it is asked instead. */
  readonly message?: Message;
  /** Its environment variables, beside those that every service gets. */
  settings?(places: Places): Record<string, string>;
}

/** Where the systems behind a server are: only those that it needs. */
export interface Places {
  /** An empty database. */
  readonly postgres: string;
  readonly behind: string;
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

/** A measurement of its own, on a stage of its own. */
export interface Trial {
  /** What `--only` finds it by. */
  readonly name: string;
  readonly programs: readonly Program[];
  /** Gives what is printed, in Markdown. */
  run(ground: Ground): Promise<string>;
}

/** What a trial is given. */
export interface Ground {
  readonly stage: Stage;
  /** To see that it works, not to quote. */
  readonly quick: boolean;
  tell(progress: string): void;
}
