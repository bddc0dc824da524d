import type { Facets, FieldKind } from './field';
import { rulesFor } from './rules';

function broken(kind: FieldKind, facets: Facets, value: unknown): string[] {
  return rulesFor(kind, facets).flatMap(({ name, holds, message }) =>
    holds(value) ? [] : [`${name}: ${message}`],
  );
}

describe('the rules of a field', () => {
  it.each<[string, FieldKind, Facets, unknown, string]>([
    ['an empty text', 'text', { minLength: 1 }, '', 'minLength: must not be empty'],
    ['a short text', 'text', { minLength: 2 }, '😀', 'minLength: must have at least 2 characters'],
    ['a long text', 'text', { maxLength: 2 }, 'a\u0301b', 'maxLength: must have at most 2 characters'],
    ['another text', 'token', { pattern: 'a|b' }, 'ab', 'pattern: must match a|b'],
    ['a line too many', 'token', { pattern: '[a-z]+' }, 'a\n', 'pattern: must match [a-z]+'],
    ['another choice', 'token', { choices: ['A', 'B'] }, 'a', 'choice: must be one of A, B'],
    ['a small number', 'integer', { minimum: 0 }, -1, 'minimum: must be at least 0'],
    ['a number that no double holds', 'integer', { maximum: 10 }, Infinity, 'maximum: must be at most 10'],
    ['a large number', 'decimal', { maximum: 10 }, '10.01', 'maximum: must be at most 10'],
    ['many digits', 'decimal', { totalDigits: 3 }, '-1.000', 'totalDigits: must have at most 3 digits'],
    ['zeros that begin it', 'decimal', { totalDigits: 3 }, '0001', 'totalDigits: must have at most 3 digits'],
    [
      'many digits after the point',
      'decimal',
      { fractionDigits: 2 },
      '1.001',
      'fractionDigits: must have at most 2 digits after the point',
    ],
    ['a number for a text', 'text', {}, 1, 'type: must be a string'],
    ['a text for a number', 'integer', {}, '1', 'type: must be an integer'],
    ['a broken number', 'integer', {}, 1.5, 'type: must be an integer'],
    ['an array for an object', 'object', {}, [], 'type: must be an object'],
    [
      'a day that is none',
      'date',
      {},
      '2023-02-29',
      'type: must be a date, YYYY-MM-DD, with or without zone',
    ],
  ])('%s is told', (_, kind, facets, value, expected) => {
    expect(broken(kind, facets, value)).toEqual([expected]);
  });

  it.each<[string, FieldKind, Facets, unknown]>([
    ['two characters of four units', 'text', { minLength: 2, maxLength: 2 }, '😀😀'],
    ['zeros behind the point', 'decimal', { fractionDigits: 2 }, '1.1000'],
    ['as many digits as may be', 'decimal', { totalDigits: 3 }, '-0.001'],
    ['the bounds themselves', 'integer', { minimum: 1, maximum: 1 }, 1],
  ])('%s are no fault', (_, kind, facets, value) => {
    expect(broken(kind, facets, value)).toEqual([]);
  });
});
