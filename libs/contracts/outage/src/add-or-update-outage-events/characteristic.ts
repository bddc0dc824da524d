import { IntegerField, Message, ObjectField, TextField, TokenField } from '@trunkline/fields';
import { outageSchema as schema } from '../outage.schema';

const optional = true;

@Message({ schema, type: 'CharacteristicValue', order: 'any', description: 'The value of a characteristic.' })
export class CharacteristicValue {
  @TextField({ description: 'Adhoc characteristic value.', maxLength: 254, optional })
  value?: string;

  @TextField({ description: 'Foreign key value 2.', maxLength: 50, optional })
  value2?: string;

  @TextField({ description: 'Foreign key value 3.', maxLength: 50, optional })
  value3?: string;

  @TextField({ description: 'Foreign key value 4.', maxLength: 50, optional })
  value4?: string;

  @TextField({ description: 'Foreign key value 5.', maxLength: 50, optional })
  value5?: string;
}

@Message({
  schema,
  type: 'Characteristic',
  order: 'any',
  description: 'Additional data of a configured type.',
})
export class Characteristic {
  @TokenField({
    description: 'The type that is configured for keeping additional data.',
    example: 'CM-FEEDR',
    maxLength: 8,
    optional,
  })
  characteristicType?: string;

  @IntegerField({ description: 'Sequence number.', example: '10', minimum: -999, maximum: 999, optional })
  sequence?: number;

  @TokenField({
    description:
      'ADV adhoc value, DFV predefined value, FKV foreign key value, FLV file location value; with or without the blank behind it, with which it is given back.',
    example: 'ADV ',
    pattern: '(ADV|DFV|FKV|FLV) ?',
    optional,
  })
  typeOfCharacteristicValue?: string;

  @ObjectField(() => CharacteristicValue, { description: 'Its value.', optional })
  characteristicValue?: CharacteristicValue;
}
