import { IntegerField, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { TimePeriod } from './quantity';
import { Extensible, RefOrValue } from './reference';

const optional = true;

export class BillingCycleSpecificationRefOrValue extends RefOrValue {
  @TokenField({
    description:
      'The shift of the billing date, in days from the start of the period: an integer, or a string of its digits.',
    example: '1',
    pattern: '-?[0-9]+',
    orInteger: true,
    optional,
  })
  billingDateShift?: string;

  @TextField({ description: 'The period: week, month, quarter, year.', optional })
  billingPeriod?: string;

  @IntegerField({
    description: 'Up to when charges appear on the bill, in days from the start of the period.',
    optional,
  })
  chargeDateOffset?: number;

  @IntegerField({
    description: 'Up to when credits appear on the bill, in days from the start of the period.',
    optional,
  })
  creditDateOffset?: number;

  @IntegerField({ description: 'The shift of the date, in days from the start of the period.', optional })
  dateShift?: number;

  @TextField({ description: 'How often bills are made.', example: 'monthly', optional })
  frequency?: string;

  @IntegerField({ description: 'When the bill is mailed, in days from the start of the period.', optional })
  mailingDateOffset?: number;

  @IntegerField({ description: 'When payment is due, in days from the start of the period.', optional })
  paymentDueDateOffset?: number;

  @ObjectField(() => TimePeriod, { description: 'When it holds.', optional })
  validFor?: TimePeriod;
}

export class BillFormatRefOrValue extends RefOrValue {}

export class BillPresentationMediaRefOrValue extends RefOrValue {}

/** How an account is billed. */
export class BillStructure extends Extensible {
  @ObjectField(() => BillingCycleSpecificationRefOrValue, { description: 'When bills are made.', optional })
  cycleSpecification?: BillingCycleSpecificationRefOrValue;

  @ObjectField(() => BillFormatRefOrValue, { description: 'What a bill looks like.', optional })
  format?: BillFormatRefOrValue;

  @ObjectField(() => BillPresentationMediaRefOrValue, {
    description: 'The media that bills are presented in.',
    list: { min: 0 },
    optional,
  })
  presentationMedia?: BillPresentationMediaRefOrValue[];
}
