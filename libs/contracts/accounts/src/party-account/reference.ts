import { BooleanField, TextField, TokenField } from '@trunkline/fields';

const optional = true;

/** What every part of a TMF message may say of its own type. */
export class Extensible {
  @TextField({ description: 'When sub-classing, the super-class.', example: 'PartyAccount', optional })
  '@baseType'?: string;

  @TextField({ description: 'A URI of the JSON Schema of additional attributes; never fetched.', optional })
  '@schemaLocation'?: string;

  @TextField({
    description: 'When sub-classing, the name of the sub-class.',
    example: 'PartyAccountOracle',
    optional,
  })
  '@type'?: string;
}

class Reference extends Extensible {
  @TextField({ description: 'Its address; kept, never fetched.', optional })
  href?: string;

  @TextField({ description: 'Its name.', optional })
  name?: string;

  @TextField({ description: 'What it actually is.', example: 'Customer', optional })
  '@referredType'?: string;
}

/** A reference to something that another system keeps. */
export class EntityRef extends Reference {
  @TokenField({ description: 'Its identifier.', example: '88-20ULU0', optional })
  id?: string;
}

/** Something that is told either by its attributes or by a reference to it. */
export class RefOrValue extends EntityRef {
  @TextField({ description: 'An explanation.', optional })
  description?: string;

  @BooleanField({ description: 'Whether this is a reference.', example: 'true', optional })
  isRef?: boolean;
}

/** The account at the other end of a relationship. */
export class AccountRef extends EntityRef {
  @TextField({ description: 'A description of the account.', optional })
  description?: string;
}

export class PaymentMethodRef extends EntityRef {}

/** A person or an organization and its part in this. */
export class RelatedParty extends Reference {
  @TokenField({ description: 'The identifier of the party.', example: '88-20ULRN', minLength: 1 })
  id!: string;

  @TextField({ description: 'The part that the party plays.', optional })
  role?: string;
}
