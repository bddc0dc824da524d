import { Injectable } from '@nestjs/common';
import { Database } from '@trunkline/store';
import { sql } from 'kysely';
import type { Day } from './calendar';
import type { CmpTables, CreatedServiceRow } from './cmp.tables';
import { insertService, isInTheWay, lockCustomer } from './created-services.statements';
import { reached } from './reached';

/** The part of a service that decides what is in its way. */
export type Claim = Pick<
  CreatedServiceRow,
  'level' | 'reference' | 'service_code' | 'effective_day' | 'last_day'
>;

/** A service that was created and is in the way of another. */
export type InTheWay = Pick<CreatedServiceRow, 'service_code' | 'effective_date' | 'expiry_date'>;

/** So many are told, which is enough to see what is wrong. */
const MOST_IN_THE_WAY = 10;

/** The services that were created. */
@Injectable()
export class CreatedServicesStore {
  constructor(private readonly database: Database<CmpTables>) {}

  /**
   * Creates a service unless another is in its way: decided where it is written, so that of two that come at once one passes.
   * Durable when it resolves to true; false where one is in the way.
   */
  async create(service: CreatedServiceRow): Promise<boolean> {
    const { id, level, reference } = service;
    const insertion = insertService.item({ customer: `${level}/${reference}`, ...service });
    const lock = lockCustomer.item({ id, level, reference });
    const items = this.database.engine === 'postgres' ? [lock, insertion] : [insertion];
    const returned = await reached(this.database.groupCommit.write(items));
    return returned.at(-1) !== undefined;
  }

  /** What is in the way of a service as things stand, the earliest first. */
  inTheWay(claim: Claim): Promise<InTheWay[]> {
    const found = this.database.query
      .with('given', (query) =>
        query.selectNoFrom([
          sql<string>`cast(${claim.level} as text)`.as('level'),
          sql<string>`cast(${claim.reference} as text)`.as('reference'),
          sql<string>`cast(${claim.service_code} as text)`.as('service_code'),
          sql<number>`cast(${claim.effective_day} as integer)`.as('effective_day'),
          sql<number>`cast(${claim.last_day} as integer)`.as('last_day'),
        ]),
      )
      .selectFrom(['created_service as s', 'given'])
      .select(['s.service_code', 's.effective_date', 's.expiry_date'])
      .where(sql<boolean>`${sql.raw(isInTheWay)}`)
      .orderBy('s.effective_day')
      .limit(MOST_IN_THE_WAY);
    return reached(found.execute());
  }

  /**
   * The services of a subscription, the earliest first, at most `limit` of them.
   *
   * @param inForceOn Only those in force on that day; all of them where it is undefined.
   */
  ofSubscription(
    number: string,
    { inForceOn, limit }: { readonly inForceOn: Day | undefined; readonly limit: number },
  ): Promise<CreatedServiceRow[]> {
    const all = this.database.query
      .selectFrom('created_service')
      .selectAll()
      .where('level', '=', 'SUBSCRIPTION')
      .where('reference', '=', number);
    const wanted =
      inForceOn === undefined
        ? all
        : all.where('effective_day', '<=', inForceOn).where('last_day', '>=', inForceOn);
    // On one day no code begins twice: the order is complete. Each PostgreSQL sorts text in a way of its own, unless it is told to go by bytes.
    const bytes = this.database.engine === 'postgres' ? 'C' : 'binary';
    const inOrder = wanted.orderBy('effective_day').orderBy('service_code', (code) => code.collate(bytes));
    return reached(inOrder.limit(limit).execute());
  }
}
