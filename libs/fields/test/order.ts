import {
  BooleanField,
  DateField,
  DecimalField,
  IntegerField,
  Message,
  ObjectField,
  type Schema,
  TextField,
  TokenField,
} from '../src/index';

export const orders: Schema = {
  name: 'order',
  namespace: 'urn:test:order',
  prefix: 'o',
  elements: 'qualified',
};
export const parties: Schema = {
  name: 'party',
  namespace: 'urn:test:party',
  prefix: 'p',
  elements: 'unqualified',
};

@Message({ schema: parties, order: 'any', description: 'Who & where.' })
export class Party {
  @TokenField({ description: 'The name.', minLength: 1, maxLength: 5 })
  name!: string;

  @TokenField({ description: 'The PIN.', pattern: '[0-9]{4}', secret: true, optional: true })
  pin?: string;
}

@Message({ schema: orders })
export class Line {
  @IntegerField({ description: 'How many.', example: '2', minimum: 1, maximum: 99 })
  count!: number;

  @DecimalField({ description: 'The price.', fractionDigits: 2, optional: true })
  price?: string;
}

@Message<Order>({
  schema: orders,
  type: 'OrderType',
  rule: ({ urgent, note }) =>
    urgent && note === undefined
      ? { path: 'note', rule: 'needed', message: 'is needed where it is urgent' }
      : undefined,
})
export class Order {
  @ObjectField(() => Party, { description: 'Who orders.' })
  party!: Party;

  @ObjectField(() => Line, { description: 'What.', list: { min: 1, max: 3 } })
  line!: Line[];

  @TextField({ description: 'Free text.', maxLength: 3, optional: true })
  note?: string;

  @BooleanField({ description: 'Whether it is urgent.', optional: true })
  urgent?: boolean;

  @DateField({ description: 'The day.', optional: true })
  day?: string;

  @TokenField({
    description: 'The way.',
    type: 'Way',
    choices: ['BY-AIR', 'SEA'],
    alias: 'Way',
    optional: true,
  })
  way?: string;
}

export const order = { element: 'order', message: Order };

/** An order with `content` behind the least that is needed. */
export function orderXml(
  content = '',
  least = '<party><name>Ann</name></party><line><count>1</count></line>',
): string {
  const prefixed = (least + content).replace(
    /<(\/?)(party|line|count|price|note|urgent|day|way)\b/g,
    '<$1o:$2',
  );
  return `<o:order xmlns:o="urn:test:order" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${prefixed}</o:order>`;
}
