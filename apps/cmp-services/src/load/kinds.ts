import { fieldsOf, type MessageClass } from '@trunkline/fields';
import type { CustomerLevel } from '@trunkline/contracts/cmp-services';
import { type Item, Statement } from '@trunkline/store';
import { dayOf, endOfTime } from '../store/calendar';
import { AccountRow, AgreementRow, ConflictRow, ServiceCodeRow, SubscriptionRow } from './rows';

/** A kind of CSV file: told by its header, the columns in any order. */
export interface Kind<Row extends object = object> {
  readonly row: MessageClass<Row>;
  /** What tells a row from the others of its kind. */
  key(row: Row): string;
  /** What is written for a row. */
  items(row: Row): readonly Item[];
}

const upsertCustomer = new Statement({
  name: 'load-customer',
  columns: { customer: 'text', level: 'text', number: 'text' },
  key: 'customer',
  sql: `
    INSERT INTO customer (level, number)
    SELECT level, number FROM given WHERE true ORDER BY level, number
    ON CONFLICT (level, number) DO NOTHING
    RETURNING level || '/' || number AS customer`,
});

const upsertEntry = new Statement({
  name: 'load-catalogue-entry',
  columns: {
    entry: 'text',
    level: 'text',
    code: 'text',
    effective_from: 'integer',
    effective_to: 'integer',
    description: 'text',
    default_price: 'text',
    minimum_price: 'text',
    maximum_price: 'text',
  },
  key: 'entry',
  sql: `
    INSERT INTO catalogue_entry
      (level, code, effective_from, effective_to, description, default_price, minimum_price, maximum_price)
    SELECT level, code, effective_from, effective_to, description, default_price, minimum_price, maximum_price
    FROM given WHERE true ORDER BY level, code, effective_from
    ON CONFLICT (level, code, effective_from) DO UPDATE SET
      effective_to = excluded.effective_to, description = excluded.description,
      default_price = excluded.default_price, minimum_price = excluded.minimum_price,
      maximum_price = excluded.maximum_price
    RETURNING level || '/' || code || '/' || effective_from AS entry`,
});

const upsertConflict = new Statement({
  name: 'load-service-conflict',
  columns: { pair: 'text', code: 'text', conflicts_with: 'text' },
  key: 'pair',
  sql: `
    INSERT INTO service_conflict (code, conflicts_with)
    SELECT code, conflicts_with FROM given WHERE true ORDER BY code, conflicts_with
    ON CONFLICT (code, conflicts_with) DO NOTHING
    RETURNING code || ' ' || conflicts_with AS pair`,
});

const serviceCodes: Kind<ServiceCodeRow> = {
  row: ServiceCodeRow,
  key: ({ level, code, effective_from }) => `${level}/${code}/${dayOf(effective_from)}`,
  items: (row) => [
    upsertEntry.item({
      entry: serviceCodes.key(row),
      level: row.level,
      code: row.code,
      effective_from: dayOf(row.effective_from)!,
      effective_to: row.effective_to === undefined ? endOfTime : dayOf(row.effective_to)!,
      description: row.description,
      default_price: row.default_price ?? null,
      minimum_price: row.minimum_price ?? null,
      maximum_price: row.maximum_price ?? null,
    }),
  ],
};

const conflicts: Kind<ConflictRow> = {
  row: ConflictRow,
  // A code may have any character in it but a blank.
  key: ({ code, conflicts_with }) => `${code} ${conflicts_with}`,
  items: ({ code: one, conflicts_with: other }) =>
    [
      { code: one, conflicts_with: other },
      { code: other, conflicts_with: one },
    ].map((pair) => upsertConflict.item({ pair: conflicts.key(pair), ...pair })),
};

/** Every kind of file that can be loaded. */
export const kinds: readonly Kind[] = [
  serviceCodes,
  conflicts,
  customers('SUBSCRIPTION', SubscriptionRow, ({ subscription_number }) => subscription_number),
  customers('ACCOUNT', AccountRow, ({ account_number }) => account_number),
  customers('AGREEMENT', AgreementRow, ({ agreement_number }) => agreement_number),
];

/** The columns of a kind, in the order in which its example has them. */
export function columnsOf({ row }: Kind): string[] {
  return fieldsOf(row).map(({ name }) => name);
}

function customers<Row extends object>(
  level: CustomerLevel,
  row: MessageClass<Row>,
  numberOf: (row: Row) => string,
): Kind<Row> {
  return {
    row,
    key: numberOf,
    items: (each) => {
      const number = numberOf(each);
      return [upsertCustomer.item({ customer: `${level}/${number}`, level, number })];
    },
  };
}
