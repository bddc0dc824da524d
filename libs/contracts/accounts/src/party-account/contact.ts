import { BooleanField, ObjectField, TextField } from '@trunkline/fields';
import { TimePeriod } from './quantity';
import { Extensible, RelatedParty } from './reference';

const optional = true;

export class MediumCharacteristic extends Extensible {
  @TextField({ personal: true, description: 'The city.', example: 'Burlington', optional })
  city?: string;

  @TextField({ description: 'The use of it: shippingAddress, homeEmailAddress, mobile and so on.', optional })
  contactType?: string;

  @TextField({ description: 'The country.', example: 'USA', optional })
  country?: string;

  @TextField({ personal: true, description: 'The e-mail address.', example: 'sam@example.com', optional })
  emailAddress?: string;

  @TextField({ personal: true, description: 'The fax number.', optional })
  faxNumber?: string;

  @TextField({ personal: true, description: 'The telephone number.', example: '781 555 0100', optional })
  phoneNumber?: string;

  @TextField({ personal: true, description: 'The postcode.', example: '01803', optional })
  postCode?: string;

  @TextField({ personal: true, description: 'The name of a member of a social network.', optional })
  socialNetworkId?: string;

  @TextField({ personal: true, description: 'The state or province.', example: 'MA', optional })
  stateOrProvince?: string;

  @TextField({ personal: true, description: 'The street.', example: '95 Network Drive', optional })
  street1?: string;

  @TextField({ personal: true, description: 'More of the street.', optional })
  street2?: string;
}

/** One way to reach a contact. */
export class ContactMedium extends Extensible {
  @TextField({ description: 'Its identifier.', example: '88-1WZOD0', optional })
  id?: string;

  @TextField({
    description: 'The type: postalAddress, emailAddress, phoneNumber.',
    example: 'postalAddress',
    optional,
  })
  mediumType?: string;

  @BooleanField({ description: 'Whether it is the preferred one.', optional })
  preferred?: boolean;

  @ObjectField(() => MediumCharacteristic, { description: 'The address, number or name itself.', optional })
  characteristic?: MediumCharacteristic;

  @ObjectField(() => TimePeriod, { description: 'When it holds.', optional })
  validFor?: TimePeriod;
}

/** A person or an organization to turn to about an account. */
export class Contact extends Extensible {
  @TextField({ personal: true, description: 'The name to show.', example: 'Sam Malone', optional })
  contactName?: string;

  @TextField({ description: 'The type: primary, secondary.', example: 'primary', optional })
  contactType?: string;

  @TextField({ description: 'The role of the party: an account manager, for example.', optional })
  partyRoleType?: string;

  @ObjectField(() => ContactMedium, {
    description: 'The ways to reach the contact.',
    list: { min: 0 },
    optional,
  })
  contactMedium?: ContactMedium[];

  @ObjectField(() => RelatedParty, { description: 'Who the contact is.', optional })
  relatedParty?: RelatedParty;

  @ObjectField(() => TimePeriod, { description: 'When it holds.', optional })
  validFor?: TimePeriod;
}
