import { Injectable } from '@nestjs/common';
import type { AttributeValue } from '@trunkline/contracts/accounts';
import { Database } from '@trunkline/store';
import { type SelectQueryBuilder, sql } from 'kysely';
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

/** The accounts with sequences from one to another; all of them where it is undefined. */
type Part = readonly [first: number, last: number] | undefined;

type Terms = SelectQueryBuilder<AccountTables, 'account_term', { sequence: number }>;

/** A list that is longer is read in parts. */
const long = 20_000;

/** Each part is read in some milliseconds, so that whoever else reads gets their turn in between. */
const partLength = 100_000;

/** So many accounts are read at once, and after so many characters no more: an account may have a mebibyte. */
const chunk = 100;
const mostCharacters = 16_777_216;

/** Lists of accounts, read from the index of their values. */
@Injectable()
export class AccountList {
  constructor(private readonly database: Database<AccountTables>) {}

  /** The accounts that have all of the values. */
  async page(filters: readonly AttributeValue[], { offset, limit }: Stretch): Promise<AccountPage> {
    const { terms, size } = await this.shortestFirst(filters.length > 0 ? filters : [everyAccount]);
    const sequences: number[] = [];
    let total = 0;
    for (const part of size < long ? [undefined] : await this.parts()) {
      const matching = this.matching(terms, part);
      const count = await this.count(matching);
      const from = Math.max(offset - total, 0);
      const until = Math.min(offset + limit - total, count);
      if (from < until) sequences.push(...(await this.sequences(matching, from, until)));
      total += count;
    }
    return { total, contents: await this.contents(sequences) };
  }

  /** Walking along the shortest list and looking into the others is the least work. Of long ones any will do. */
  private async shortestFirst(filters: readonly AttributeValue[]) {
    const terms = [...new Set(filters.map(termOf))];
    const sized = terms.map(async (term) => ({
      term,
      size: await this.count(this.having(term).limit(long)),
    }));
    const sorted = (await Promise.all(sized)).sort((one, other) => one.size - other.size);
    return { terms: sorted.map(({ term }) => term), size: sorted[0]!.size };
  }

  /** Of all accounts that there are now: none is ever taken away, and new ones come at the end. */
  private async parts(): Promise<Part[]> {
    const { last } = await this.database.query
      .selectFrom('account')
      .select(({ fn }) => fn.max('sequence').as('last'))
      .executeTakeFirstOrThrow();
    const count = Math.ceil(last / partLength);
    return Array.from({ length: count }, (_, at) => [at * partLength + 1, (at + 1) * partLength]);
  }

  private matching([first = '', ...others]: readonly string[], part: Part): Terms {
    const found = this.having(first, part);
    // SQLite merges an INTERSECT, and looks each row of an EXISTS up: that is for short lists. PostgreSQL merges both.
    if (part && this.database.engine === 'sqlite')
      return others.reduce((all, other) => all.intersect(this.having(other, part)), found);
    return others.reduce((all, other) => all.where(({ exists }) => exists(this.sameAs(other, part))), found);
  }

  private having(term: string, part?: Part): Terms {
    const terms = this.database.query.selectFrom('account_term').select('account_term.sequence');
    const found = terms.where('account_term.term', '=', term);
    if (!part) return found;
    return found.where('account_term.sequence', '>=', part[0]).where('account_term.sequence', '<=', part[1]);
  }

  /** The term of the same account, if it has that, too. */
  private sameAs(term: string, part: Part) {
    const terms = this.database.query.selectFrom('account_term as other').select('other.sequence');
    const found = terms
      .where('other.term', '=', term)
      .where('other.sequence', '=', sql.ref<number>('account_term.sequence'));
    if (!part) return found;
    return found.where('other.sequence', '>=', part[0]).where('other.sequence', '<=', part[1]);
  }

  private async count(matching: Terms): Promise<number> {
    const counted = this.database.query.selectFrom(matching.as('matching'));
    return (await counted.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow())
      .count;
  }

  private async sequences(matching: Terms, from: number, until: number): Promise<number[]> {
    const some = matching
      .orderBy('sequence')
      .limit(until - from)
      .offset(from);
    return (await some.execute()).map(({ sequence }) => sequence);
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
