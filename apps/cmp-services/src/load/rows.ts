import { type CustomerLevel, customerLevels, priceFacets } from '@trunkline/contracts/cmp-services';
import { DateField, DecimalField, Message, TextField, TokenField } from '@trunkline/fields';
import type { FieldFault } from '@trunkline/faults';
import { dayOf } from '../store/calendar';
import { hundredths } from '../store/price';

const optional = true;
const word = '\\S+';

function code(description: string) {
  return TokenField({ description, pattern: word, maxLength: 6 });
}

function number(description: string) {
  return TokenField({ description, pattern: word, maxLength: 8 });
}

function price(description: string) {
  return DecimalField({ description, ...priceFacets, optional });
}

/** A line of a file of service codes. */
@Message<ServiceCodeRow>({ description: 'the catalogue', rule: contradiction })
export class ServiceCodeRow {
  @TokenField({ description: 'SUBSCRIPTION, ACCOUNT or AGREEMENT', choices: customerLevels })
  level!: CustomerLevel;

  @code('the service code, up to 6 characters')
  code!: string;

  @TextField({
    description: 'what a created service is described by, up to 30 characters',
    minLength: 1,
    maxLength: 30,
  })
  description!: string;

  @price('the price where a request has none')
  default_price?: string;

  @price('the lowest price that a request may have')
  minimum_price?: string;

  @price('the highest')
  maximum_price?: string;

  @DateField({ description: 'the first day on which a service with this code may begin, YYYY-MM-DD' })
  effective_from!: string;

  @DateField({ description: 'the last; without end where it is empty', optional })
  effective_to?: string;
}

/** A line of a file of conflicts. */
@Message({ description: 'service codes that must not be in force together, whichever came first' })
export class ConflictRow {
  @code('a service code')
  code!: string;

  @code('the other')
  conflicts_with!: string;
}

@Message({ description: 'subscriptions' })
export class SubscriptionRow {
  @TokenField({ description: 'up to 8 digits, the first of them no zero', pattern: '0|[1-9][0-9]{0,7}' })
  subscription_number!: string;
}

@Message({ description: 'accounts' })
export class AccountRow {
  @number('up to 8 characters')
  account_number!: string;
}

@Message({ description: 'agreements' })
export class AgreementRow {
  @number('up to 8 characters')
  agreement_number!: string;
}

/** The year of a date that `dayOf` does not know. What is no date has its fault already. */
const beyondCalendar = /^(-\d{4,}|\d{5,})-/;

function contradiction(row: ServiceCodeRow): FieldFault | undefined {
  const { effective_from = '', effective_to = '' } = row;
  const beyond = (['effective_from', 'effective_to'] as const).find((column) =>
    beyondCalendar.test(row[column] ?? ''),
  );
  if (beyond) return { path: beyond, rule: 'calendar', message: 'must be in the years 1 to 9999' };
  const [first, last] = [dayOf(effective_from), dayOf(effective_to)];
  if (first !== undefined && last !== undefined && last < first) {
    return { path: 'effective_to', rule: 'order', message: 'must not be before effective_from' };
  }
  return pricesInOrder(row)
    ? undefined
    : { path: 'default_price', rule: 'order', message: 'must lie between minimum_price and maximum_price' };
}

function pricesInOrder({ minimum_price, default_price, maximum_price }: ServiceCodeRow): boolean {
  const prices = [minimum_price, default_price, maximum_price].filter((price) => price !== undefined);
  if (!prices.every((price) => /^-?\d+(\.\d+)?$/.test(price))) return true;
  return prices.every((price, index) => index === 0 || hundredths(prices[index - 1]!) <= hundredths(price));
}
