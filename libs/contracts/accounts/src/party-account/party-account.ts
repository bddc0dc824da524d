import { DateTimeField, Message, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { BillStructure } from './bill-structure';
import { Contact } from './contact';
import { AccountTaxExemption, FinancialAccountRef, PaymentPlan } from './payment';
import { AccountBalance, Money, TimePeriod } from './quantity';
import { AccountRef, Extensible, PaymentMethodRef, RelatedParty } from './reference';

const optional = true;
const list = { min: 0 };

/** No longer, so that an index of any database holds it. */
export const longestKey = 255;

/** A significant connection between accounts. */
export class AccountRelationship extends Extensible {
  @TextField({ description: 'The type of the relationship.', example: 'Customer', optional })
  relationshipType?: string;

  @ObjectField(() => AccountRef, { description: 'The other account.', optional })
  account?: AccountRef;

  @ObjectField(() => TimePeriod, { description: 'When it holds.', optional })
  validFor?: TimePeriod;
}

/**
 * An account of TMF666 v4. Required is only what the published example has; attributes that are not declared here are kept and given
 * back like the others (CONTRACTS.md section 4).
 */
@Message({ description: 'An account of a person or an organization, for billing or for settlement.' })
export class PartyAccount extends Extensible {
  @TokenField({
    description: 'The identifier, unique among all accounts. An account that comes without gets one.',
    example: 'account-1',
    minLength: 1,
    maxLength: longestKey,
    optional,
  })
  id?: string;

  @TextField({ description: 'The address of the account; kept, never fetched.', optional })
  href?: string;

  @TextField({ description: 'The category.', example: 'residential', optional })
  accountType?: string;

  @TextField({ description: 'A description.', optional })
  description?: string;

  @DateTimeField({ description: 'When it was changed last.', optional })
  lastModified?: string;

  @TextField({ description: 'The name.', example: 'Sam Malone', minLength: 1, personal: true })
  name!: string;

  @TextField({ description: 'The condition of the account: due, paid, in arrears.', optional })
  paymentStatus?: string;

  @TextField({
    description: 'The state of its life: active, closed, suspended and so on.',
    example: 'active',
    optional,
  })
  state?: string;

  @ObjectField(() => AccountBalance, { description: 'The balances.', list, optional })
  accountBalance?: AccountBalance[];

  @ObjectField(() => AccountRelationship, {
    description: 'The relationships to other accounts.',
    list,
    optional,
  })
  accountRelationship?: AccountRelationship[];

  @ObjectField(() => BillStructure, { description: 'How the account is billed.', optional })
  billStructure?: BillStructure;

  @ObjectField(() => Contact, { description: 'The contacts.', list, optional })
  contact?: Contact[];

  @ObjectField(() => Money, { description: 'The most that may be charged.', optional })
  creditLimit?: Money;

  @ObjectField(() => PaymentMethodRef, {
    description: 'The payment method where no other is said.',
    optional,
  })
  defaultPaymentMethod?: PaymentMethodRef;

  @ObjectField(() => FinancialAccountRef, { description: 'The financial account.', optional })
  financialAccount?: FinancialAccountRef;

  @ObjectField(() => PaymentPlan, { description: 'The payment plans.', list, optional })
  paymentPlan?: PaymentPlan[];

  @ObjectField(() => RelatedParty, { description: 'The parties to the account.', list: { min: 1 } })
  relatedParty!: RelatedParty[];

  @ObjectField(() => AccountTaxExemption, { description: 'The exemptions from taxes.', list, optional })
  taxExemption?: AccountTaxExemption[];

  @TokenField({
    personal: true,
    description: 'The number that people know the account by, unique among all accounts. Empty means none.',
    example: '1618814528362',
    maxLength: longestKey,
    optional,
  })
  accountNumber?: string;

  @TokenField({
    personal: true,
    description: 'The name that its user signs in with, unique among all accounts. Empty means none.',
    example: 'sam_malone1',
    maxLength: longestKey,
    optional,
  })
  username?: string;
}
