import { DateTimeField, DecimalField, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { Extensible } from './reference';

const optional = true;

export class Money {
  @TokenField({ description: 'The currency, as ISO 4217 has it.', example: 'USD', optional })
  unit?: string;

  @DecimalField({
    description: 'The amount; kept and given back to the last digit.',
    example: '19.9',
    optional,
  })
  value?: string;
}

export class TimePeriod {
  @DateTimeField({ description: 'The end.', optional })
  endDateTime?: string;

  @DateTimeField({ description: 'The start.', optional })
  startDateTime?: string;
}

export class AccountBalance extends Extensible {
  @TextField({
    description: 'The type: deposit balance, disputed balance, receivable balance and so on.',
    optional,
  })
  balanceType?: string;

  @ObjectField(() => Money, { description: 'The amount.', optional })
  amount?: Money;

  @ObjectField(() => TimePeriod, { description: 'When it holds.', optional })
  validFor?: TimePeriod;
}
