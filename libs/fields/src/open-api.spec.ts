import { fieldsOf } from './field';
import { openApiSchema } from './open-api';
import { DateField, DateTimeField, IntegerField, TokenField } from './vocabulary';

const inThisYear = { pattern: '2026-.*' };

class Shift {
  @TokenField({ description: 'The PIN.', pattern: 'a|b', maxLength: 1 })
  code!: string;

  @TokenField({ description: 'How far.', pattern: '-?[0-9]+', orInteger: true })
  days!: string;

  @TokenField({ description: 'Which way.', choices: ['UP', 'DOWN'] })
  way!: string;

  @IntegerField({ description: 'How often.', minimum: 1, maximum: 9 })
  times!: number;

  @DateField({ ...inThisYear, description: 'Its first day.' })
  day!: string;

  @DateTimeField({ ...inThisYear, description: 'When it begins.' })
  begin!: string;
}

it.each([
  ['code', { type: 'string', maxLength: 1, pattern: '^(?:a|b)$' }],
  ['days', { oneOf: [{ type: 'integer' }, { type: 'string', pattern: '^(?:-?[0-9]+)$' }] }],
  ['way', { type: 'string', enum: ['UP', 'DOWN'] }],
  ['times', { type: 'integer', minimum: 1, maximum: 9 }],
  ['day', { type: 'string', format: 'date' }],
  ['begin', { type: 'string', format: 'date-time' }],
])('what %s may be is what its rules say', (wanted, schema) => {
  expect(openApiSchema(fieldsOf(Shift).find(({ name }) => name === wanted)!)).toEqual(schema);
});
