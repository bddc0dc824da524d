import { fieldsOf } from './field';
import { openApiSchema } from './open-api';
import { IntegerField, TokenField } from './vocabulary';

class Shift {
  @TokenField({ description: 'The PIN.', pattern: 'a|b', maxLength: 1 })
  code!: string;

  @TokenField({ description: 'How far.', pattern: '-?[0-9]+', orInteger: true })
  days!: string;

  @TokenField({ description: 'Which way.', choices: ['UP', 'DOWN'] })
  way!: string;

  @IntegerField({ description: 'How often.', minimum: 1, maximum: 9 })
  times!: number;
}

it.each([
  ['code', { type: 'string', maxLength: 1, pattern: '^(?:a|b)$' }],
  ['days', { oneOf: [{ type: 'integer' }, { type: 'string', pattern: '^(?:-?[0-9]+)$' }] }],
  ['way', { type: 'string', enum: ['UP', 'DOWN'] }],
  ['times', { type: 'integer', minimum: 1, maximum: 9 }],
])('what %s may be is what its rules say', (wanted, schema) => {
  expect(openApiSchema(fieldsOf(Shift).find(({ name }) => name === wanted)!)).toEqual(schema);
});
