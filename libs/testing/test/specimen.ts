import {
  BooleanField,
  DateField,
  DateTimeField,
  DecimalField,
  IntegerField,
  Message,
  ObjectField,
  type Schema,
  TextField,
  TokenField,
} from '@trunkline/fields';
import { root } from '@trunkline/operations';

const optional = true;
const description = 'A specimen.';

const qualified: Schema = {
  name: 'qualified',
  namespace: 'urn:example:q',
  prefix: 'q',
  elements: 'qualified',
};
const unqualified: Schema = { name: 'un', namespace: 'urn:example:u', prefix: 'u', elements: 'unqualified' };
const bare: Schema = { name: 'bare', namespace: '', prefix: '', elements: 'unqualified' };

@Message({ schema: unqualified, order: 'any' })
export class Numbers {
  @IntegerField({ description })
  any!: number;

  @IntegerField({ description, minimum: -7, maximum: 99_999_999, optional })
  bounded?: number;

  @IntegerField({ description, minimum: 0, maximum: 3_000_000_000, qualified: true, optional })
  beyondInt?: number;

  @DecimalField({ description, optional })
  decimal?: string;

  @DecimalField({ description, minimum: 0, maximum: 100, fractionDigits: 2 })
  price!: string;
}

@Message({ schema: qualified })
export class Words {
  @TextField({ description, minLength: 2, maxLength: 5 })
  text!: string;

  @TextField({ description, pattern: '[a-z]{1,3}( [a-z]+)*', list: { min: 0 } })
  lines?: string[];

  @TokenField({ description, minLength: 1, maxLength: 3, list: { min: 2, max: 4 } })
  tokens!: string[];

  @TokenField({ description, choices: ['A', 'A B', 'C+', 'D|E'], optional })
  choice?: string;

  @TokenField({ description, type: 'Code', pattern: '[0-9]{2}|X', optional })
  code?: string;
}

@Message({ schema: bare })
export class Moments {
  @DateField({ description })
  day!: string;

  @DateTimeField({ description, list: { min: 1, max: 2 } })
  moment!: string[];

  @BooleanField({ description, optional })
  yes?: boolean;
}

@Message({ schema: qualified, type: 'SpecimenType' })
export class Specimen {
  @ObjectField(() => Numbers, { description, list: { min: 0, max: 3 } })
  numbers?: Numbers[];

  @ObjectField(() => Words, { description })
  words!: Words;

  @ObjectField(() => Numbers, { description, qualified: false, optional })
  once?: Numbers;
}

/** Every kind of field with every facet, in qualified, unqualified and no namespaces, in sequence and in any order. */
export const specimens = [root('specimen', Specimen), root('numbers', Numbers), root('moments', Moments)];
