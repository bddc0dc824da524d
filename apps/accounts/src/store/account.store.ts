import { Injectable } from '@nestjs/common';
import type { AttributeValue } from '@trunkline/contracts/accounts';
import { Database, type Item } from '@trunkline/store';
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

/** The accounts, each kept once. */
@Injectable()
export class AccountStore {
  constructor(private readonly database: Database<AccountTables>) {}

  /**
   * Keeps an account, in one transaction with `alsoWrite`, and only if nobody has what only one can have: the database decides,
   * whoever else is at it. Durable when it resolves.
   */
  async create(account: NewAccount, alsoWrite: readonly Item[]): Promise<Created> {
    const known = await this.meet(account);
    if (known) return known;
    try {
      await this.database.groupCommit.write([
        insertAccount.item(rowOf(account)),
        termsOf(account),
        ...alsoWrite,
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
    const rows = await this.database.query
      .selectFrom('account')
      .select([
        'event_id as eventId',
        'fingerprint',
        'account_id as id',
        'account_number as accountNumber',
        'username',
      ])
      .where((account) =>
        account.or([
          account('event_id', '=', eventId),
          account('account_id', '=', id),
          account('account_number', '=', accountNumber ?? null),
          account('username', '=', username ?? null),
        ]),
      )
      .execute();
    if (rows.length === 0) return undefined;
    if (rows.some((row) => row.eventId === eventId && row.fingerprint === fingerprint))
      return { state: 'repeated' };
    return {
      state: 'collides',
      with: unique.filter((name) => rows.some((row) => row[name] === given[name])),
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

function termsOf({ eventId, values }: NewAccount): Item {
  const terms = Object.fromEntries([everyAccount, ...values].map((value) => [termOf(value), 1]));
  return insertTerms.item({ event_id: eventId, terms: JSON.stringify(terms) });
}
