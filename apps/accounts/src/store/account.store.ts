import { Injectable } from '@nestjs/common';
import type { AttributeValue } from '@trunkline/contracts/accounts';
import { Database, type Item, Lookup } from '@trunkline/store';
import { type AccountTables, insertAccount, insertTerms } from './accounts.table';
import { everyAccount, termOf } from './terms';

/** An account as it is to be kept. */
export interface NewAccount {
  readonly eventId: string;
  /** Hash of the notification as a JSON value. */
  readonly fingerprint: string;
  readonly id: string;
  readonly accountNumber: string | undefined;
  readonly username: string | undefined;
  /** JSON: the notification without the account. */
  readonly envelope: string;
  /** JSON: the account as it came. */
  readonly content: string;
  /** What it is to be found by. */
  readonly values: readonly AttributeValue[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** What only one account can have. */
export type Collision = 'eventId' | 'id' | 'accountNumber' | 'username';

export type Created =
  | { readonly state: 'created' }
  /** The same notification was kept before. */
  | { readonly state: 'repeated' }
  | { readonly state: 'collides'; readonly with: readonly Collision[] };

/** Who has something of what only one account can have. */
const accountsWithAny = new Lookup({
  columns: { event_id: 'text', account_id: 'text', account_number: 'text', username: 'text' },
  sql: `
    SELECT
      given.place, a.event_id AS "eventId", a.fingerprint,
      a.account_id AS id, a.account_number AS "accountNumber", a.username
    FROM given JOIN account a
      ON a.event_id = given.event_id OR a.account_id = given.account_id
      OR a.account_number = given.account_number OR a.username = given.username`,
});

type Met = Record<Collision | 'fingerprint', string | null>;

/** The accounts, each kept once. */
@Injectable()
export class AccountStore {
  constructor(private readonly database: Database<AccountTables>) {}

  /**
   * Keeps an account, in one transaction with `alsoWrite`, and only if nobody has what only one can have: the database decides,
   * whoever else is at it. Durable when it resolves.
   */
  async create(account: NewAccount, alsoWrite: readonly Item[] | Promise<readonly Item[]>): Promise<Created> {
    const [known, others] = await Promise.all([this.meet(account), alsoWrite]);
    if (known) return known;
    try {
      await this.database.groupCommit.write([
        insertAccount.item(rowOf(account)),
        termsOf(account),
        ...others,
      ]);
      return { state: 'created' };
    } catch (error) {
      // Somebody was faster, or it is no collision at all.
      const winner = await this.meet(account);
      if (winner) return winner;
      throw error;
    }
  }

  /** The account as JSON, or nothing. */
  async find(id: string): Promise<{ content: string; envelope: string; createdAt: string } | undefined> {
    // PostgreSQL cannot even be asked for a text with U+0000.
    if (id.includes('\0')) return undefined;
    const columns = ['content', 'envelope', 'created_at as createdAt'] as const;
    const rows = this.database.query.selectFrom('account').select(columns);
    return rows.where('account_id', '=', id).executeTakeFirst();
  }

  private async meet({
    eventId,
    fingerprint,
    id,
    accountNumber,
    username,
  }: NewAccount): Promise<Created | undefined> {
    const given = { eventId, id, accountNumber, username };
    const rows: readonly Met[] = await this.database.lookUp(accountsWithAny, {
      event_id: eventId,
      account_id: id,
      account_number: accountNumber ?? null,
      username: username ?? null,
    });
    if (rows.length === 0) return undefined;
    if (rows.some((row) => row.eventId === eventId && row.fingerprint === fingerprint))
      return { state: 'repeated' };
    const others = rows.filter((row) => row.eventId !== eventId);
    return {
      state: 'collides',
      with: unique.filter((name) =>
        (name === 'eventId' ? rows : others).some((row) => row[name] === given[name]),
      ),
    };
  }
}

const unique: readonly Collision[] = ['eventId', 'id', 'accountNumber', 'username'];

function rowOf(account: NewAccount) {
  return {
    event_id: account.eventId,
    fingerprint: account.fingerprint,
    account_id: account.id,
    account_number: account.accountNumber ?? null,
    username: account.username ?? null,
    envelope: account.envelope,
    content: account.content,
    created_at: account.createdAt,
  };
}

/** The keys of a JSON object, as text: an object with names that no other has is dear to make. */
function termsOf({ eventId, values }: NewAccount): Item {
  const terms = new Set([everyAccount, ...values].map(termOf));
  // Base64 needs no escaping.
  const members = Array.from(terms, (term) => `"${term}":1`);
  return insertTerms.item({ event_id: eventId, terms: `{${members.join(',')}}` });
}
