import { IntegerField, Message, ObjectField, TokenField } from '@trunkline/fields';

@Message({ description: 'The account of the line, unique in its site.' })
export class AccountIdentification {
  @TokenField({
    personal: true,
    description: 'The customer account in the site: 1 to 20 digits or letters.',
    example: '104118503',
    pattern: '[0-9A-Za-z]{1,20}',
  })
  accountNumber!: string;

  @IntegerField({
    description:
      'The site: which system or system instance the account is in. An integer, no string of digits.',
    example: '26',
    minimum: 0,
    maximum: 99,
  })
  siteReference!: number;
}

/** The body of a CreateVOIPMigrationWorkOrder request (CONTRACTS.md section 5). */
@Message({ description: 'A telephone line to migrate from TDM to Voice over Cable.' })
export class CreateVOIPMigrationWorkOrderRequest {
  @TokenField({
    personal: true,
    description: 'The line: 10 to 15 digits, with or without a leading +.',
    example: '447874384949',
    pattern: '\\+?[0-9]{10,15}',
  })
  telephoneNumber!: string;

  @ObjectField(() => AccountIdentification, { description: 'The account of the line.' })
  accountIdentification!: AccountIdentification;
}
