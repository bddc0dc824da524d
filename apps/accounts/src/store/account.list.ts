import { Injectable } from '@nestjs/common';
import type { AttributeValue } from '@trunkline/contracts/accounts';
import { Database } from '@trunkline/store';
import { type SelectQueryBuilder } from 'kysely';
import type { AccountTables } from './accounts.table';
import { everyAccount, termOf } from './terms';

export interface Stretch {
  readonly offset: number;
  readonly limit: number;
}

export interface AccountPage {
  /** How many accounts match. */
  readonly total: number;
  /** Each as JSON, in the order in which they came; fewer than asked for where they would be too much for one answer. */
  readonly contents: readonly string[];
}

type Matching = SelectQueryBuilder<AccountTables, 'account_term', object>;

/** Which of two lists is longer does not matter where both are longer than this. */
const long = 100_000;

/** So many accounts are read at once, and after so many characters no more: an account may have a mebibyte. */
const chunk = 100;
const mostCharacters = 16_777_216;

/** Lists of accounts, read from the index of their values. */
@Injectable()
export class AccountList {
  constructor(private readonly database: Database<AccountTables>) {}

  /** The accounts that have all of the values. */
  async page(filters: readonly AttributeValue[], stretch: Stretch): Promise<AccountPage> {
    const terms = await this.rarestFirst(filters.length > 0 ? filters : [everyAccount]);
    const total = await this.count(this.matching(terms));
    if (stretch.offset >= total) return { total, contents: [] };
    return { total, contents: await this.contents(await this.sequences(terms, stretch)) };
  }

  /** Walking along the shortest list and looking into the others is the least work. */
  private async rarestFirst(filters: readonly AttributeValue[]): Promise<string[]> {
    const terms = [...new Set(filters.map(termOf))];
    if (terms.length === 1) return terms;
    const sized = terms.map(async (term) => ({
      term,
      size: await this.count(this.matching([term]).limit(long)),
    }));
    return (await Promise.all(sized)).sort((one, other) => one.size - other.size).map(({ term }) => term);
  }

  private async count(matching: Matching): Promise<number> {
    const rows = this.database.query.selectFrom(matching.select('account_term.sequence').as('matching'));
    return (await rows.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
  }

  private async sequences(terms: readonly string[], { offset, limit }: Stretch): Promise<number[]> {
    const rows = this.matching(terms).select('account_term.sequence').orderBy('account_term.sequence');
    return (await rows.limit(limit).offset(offset).execute()).map(({ sequence }) => sequence);
  }

  private matching([first = '', ...others]: readonly string[]): Matching {
    return this.database.query
      .selectFrom('account_term')
      .where('account_term.term', '=', first)
      .where(({ and, exists, selectFrom }) =>
        and(
          others.map((term) => {
            const other = selectFrom('account_term as other')
              .select('other.term')
              .where('other.term', '=', term);
            return exists(other.whereRef('other.sequence', '=', 'account_term.sequence'));
          }),
        ),
      );
  }

  private async contents(sequences: readonly number[]): Promise<string[]> {
    const contents: string[] = [];
    let characters = 0;
    for (let at = 0; at < sequences.length && characters < mostCharacters; at += chunk) {
      const rows = this.database.query.selectFrom('account').select('content');
      const some = rows.where('sequence', 'in', sequences.slice(at, at + chunk)).orderBy('sequence');
      for (const { content } of await some.execute()) {
        contents.push(content);
        characters += content.length;
      }
    }
    return contents;
  }
}
