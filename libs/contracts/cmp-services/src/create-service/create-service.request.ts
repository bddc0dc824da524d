import {
  BooleanField,
  DateField,
  DecimalField,
  IntegerField,
  Message,
  ObjectField,
  TextField,
  TokenField,
} from '@trunkline/fields';
import { servicesSchema as schema } from '../cmp-services.schemas';
import { type CustomerLevel, customerLevels } from '../customer-level';
import { priceFacets } from '../price';

const optional = true;

/** Written as published: `effectiveDate` among `CustomerLevel` and the like is no slip of ours. */
@Message({ schema, type: 'ServiceType', order: 'any', description: 'The service to create.' })
export class ServiceData {
  @TokenField({
    description: 'What the service is created on.',
    example: 'SUBSCRIPTION',
    choices: customerLevels,
  })
  CustomerLevel!: CustomerLevel;

  @TokenField({
    personal: true,
    description: 'The number of the subscription, account or agreement, by the customer level.',
    example: '2',
    minLength: 1,
    maxLength: 8,
  })
  CustomerLevelReference!: string;

  @DateField({ description: 'The first day in force.', example: '2014-09-22', alias: 'EffectiveDate' })
  effectiveDate!: string;

  @DateField({ description: 'The last day in force.', example: '2016-09-21', alias: 'ExpiryDate', optional })
  expiryDate?: string;

  @TokenField({
    description: 'The code of the service as it appears on the invoice.',
    example: 'SPREMC',
    minLength: 1,
    maxLength: 6,
    alias: 'ServiceCode',
  })
  serviceCode!: string;

  @IntegerField({
    description: 'The sales person or sales channel by which the connection was processed.',
    example: '1001',
    minimum: 0,
    maximum: 99_999_999,
    alias: 'SalesPersonId',
    optional,
  })
  salesPersonId?: number;

  @IntegerField({
    description:
      'The reference number of the sales person or sales channel by which the upgrade was ordered.',
    example: '20002',
    minimum: 0,
    maximum: 99_999_999,
    alias: 'SalesAccountReference',
    optional,
  })
  salesAccountReference?: number;

  @DecimalField({
    description:
      "The price; the catalogue's default where it is absent. Within the catalogue's limits, and of at most " +
      `${priceFacets.totalDigits} digits, zeros at the end counted.`,
    example: '24.50',
    ...priceFacets,
    optional,
  })
  ServicePrice?: string;

  @TextField({
    personal: true,
    description:
      "The description; the catalogue's where it is absent. Not applied to the service of an agreement.",
    example: 'Premium line',
    maxLength: 30,
    optional,
  })
  Description?: string;

  @TextField({
    personal: true,
    description: 'A longer description.',
    example: 'Premium line, first floor',
    maxLength: 120,
    optional,
  })
  LongDescription?: string;

  @TokenField({
    description: 'The agreement of an account service.',
    example: '70000001',
    maxLength: 8,
    optional,
  })
  AccountServiceAgreement?: string;

  @BooleanField({
    description: 'Whether the charge for what remains of the contract is left off the invoice.',
    example: 'false',
    optional,
  })
  SuppressRemainingCharge?: boolean;

  @TokenField({
    description: 'The reference of the service contract.',
    example: 'CT-2014-0099',
    maxLength: 12,
    optional,
  })
  ContractReference?: string;

  @TokenField({
    description: 'The discount consolidated service.',
    example: 'DISC10',
    maxLength: 6,
    optional,
  })
  PriceConsolidationService?: string;
}

@Message({ schema, type: 'AuditRecordType', description: 'Who creates the service, by which program.' })
export class AuditRecord {
  @TokenField({ personal: true, description: 'The user.', example: 'JOHNRY', minLength: 1, maxLength: 10 })
  UserID!: string;

  @TokenField({ description: 'The program that calls.', example: 'TESTS', minLength: 1, maxLength: 10 })
  Program!: string;
}

@Message({ schema, type: 'CreateServiceDataType', order: 'any' })
export class CreateServiceData {
  @TextField({
    description: 'Returned unmodified in the answer.',
    example: 'order 4711',
    minLength: 1,
    maxLength: 69,
    optional,
  })
  ExternalReference?: string;

  @ObjectField(() => ServiceData, { description: 'The service to create.' })
  ServiceData!: ServiceData;

  @ObjectField(() => AuditRecord, { description: 'Who creates it.', optional })
  AuditRecord?: AuditRecord;
}

/** The body of a CreateService request (CONTRACTS.md section 3). */
@Message({
  schema,
  type: 'CreateServiceType',
  description: 'Creates a service on a subscription, an account or an agreement.',
})
export class CreateServiceRequest {
  @ObjectField(() => CreateServiceData, {
    description: 'The service, and what goes with it.',
    qualified: true,
  })
  ServiceData!: CreateServiceData;
}
