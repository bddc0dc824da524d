import { BooleanField, Message, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { workOrdersSchema as schema } from '../work-orders.schema';

const code = { minLength: 1, maxLength: 10 };

@Message({ schema, type: 'AccountIdentificationType', description: 'The account, unique in its site.' })
export class AccountIdentification {
  @TokenField({
    personal: true,
    description: 'The customer account in the site.',
    example: '104118503',
    minLength: 1,
    maxLength: 20,
  })
  accountNumber!: string;

  @TokenField({
    description: 'The site: which ICOMS the account is in. Two digits.',
    example: '26',
    pattern: '[0-9]{2}',
  })
  siteReference!: string;
}

@Message({ schema, type: 'WorkOrderHeaderType', description: 'What kind of work order it is.' })
export class WorkOrderHeader {
  @TokenField({ description: 'Why the customer is visited.', example: 'VM', ...code })
  callCode!: string;

  @TokenField({ description: 'What is done there.', example: 'VOIPMIG', ...code })
  workOrderTaskCode!: string;

  @TokenField({ description: 'Why it was sold.', example: 'MG', ...code })
  salesReasonCode!: string;

  @TokenField({ description: 'How it was sold.', example: 'SW', ...code })
  salesTypeCode!: string;

  @TextField({ personal: true, description: 'For whoever carries it out.', maxLength: 40, optional: true })
  orderComment?: string;

  @BooleanField({ description: 'Whether charges are split over the period.', example: 'false' })
  prorateWorkOrder!: boolean;

  @TokenField({
    description: "The consumer's own reference, by which the work order is found again. Unique.",
    example: '3f0c2a52-8c0e-4f0b-9d4e-0f6c5a1b7e11',
    minLength: 1,
    maxLength: 50,
  })
  consumerReference!: string;
}

@Message({ schema, type: 'TelephoneServiceSwapType', description: 'The line that changes its service.' })
export class TelephoneServiceSwap {
  @TokenField({
    personal: true,
    description: 'The telephone number.',
    example: '447874384949',
    pattern: '\\+?[0-9]{10,15}',
  })
  telephoneNumber!: string;
}

/** The body of a CreateWorkOrder_V3 request (CONTRACTS.md section 6.2). */
@Message({ schema, type: 'CreateWorkOrderRequestType', description: 'A work order to create in ICOMS.' })
export class CreateWorkOrderRequest {
  @ObjectField(() => AccountIdentification, { description: 'The account that it is created on.' })
  accountIdentification!: AccountIdentification;

  @ObjectField(() => WorkOrderHeader, { description: 'What kind of work order it is.' })
  workOrderHeader!: WorkOrderHeader;

  @TokenField({ description: 'The service category of the line.', example: 'T', ...code })
  serviceCategory!: string;

  @ObjectField(() => TelephoneServiceSwap, { description: 'The line that changes its service.' })
  telephoneServiceSwap!: TelephoneServiceSwap;
}
