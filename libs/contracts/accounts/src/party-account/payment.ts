import { IntegerField, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { AccountBalance, Money, TimePeriod } from './quantity';
import { EntityRef, Extensible, PaymentMethodRef } from './reference';

const optional = true;

export class FinancialAccountRef extends EntityRef {
  @ObjectField(() => AccountBalance, { description: "The account's balances.", list: { min: 0 }, optional })
  accountBalance?: AccountBalance[];
}

/** An overall payment, spread over smaller ones. */
export class PaymentPlan extends Extensible {
  @IntegerField({ description: 'How many payments.', minimum: 0, optional })
  numberOfPayments?: number;

  @TextField({ description: 'How often: monthly, bimonthly.', optional })
  paymentFrequency?: string;

  @TextField({ description: 'The type of plan.', optional })
  planType?: string;

  @IntegerField({ description: 'Which plan comes first.', optional })
  priority?: number;

  @TextField({ description: 'Whether it is in effect.', example: 'effective', optional })
  status?: string;

  @ObjectField(() => PaymentMethodRef, { description: 'How it is paid.', optional })
  paymentMethod?: PaymentMethodRef;

  @ObjectField(() => Money, { description: 'The amount in all.', optional })
  totalAmount?: Money;

  @ObjectField(() => TimePeriod, { description: 'When it holds.', optional })
  validFor?: TimePeriod;
}

/** The proof that a tax is not due. */
export class AccountTaxExemption extends Extensible {
  @TokenField({ personal: true, description: 'The identifier of the document.', optional })
  certificateNumber?: string;

  @TextField({ description: 'Whose taxes are not due.', optional })
  issuingJurisdiction?: string;

  @TextField({ description: 'Why.', optional })
  reason?: string;

  @ObjectField(() => TimePeriod, { description: 'When it holds.', optional })
  validFor?: TimePeriod;
}
