import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Order } from '../test/order';
import { fieldsOf } from './field';
import { IntegerField, TextField } from './vocabulary';

describe('a field', () => {
  it('stands in the order of its declaration, those of the parent class first', () => {
    class Child extends Order {
      @TextField({ description: 'One more.' })
      more!: string;
    }
    expect(fieldsOf(Child).map(({ name }) => name)).toEqual([
      'party',
      'line',
      'note',
      'urgent',
      'day',
      'way',
      'more',
    ]);
    expect(fieldsOf(Order)).toHaveLength(6);
  });

  it('says its fault once to class-validator, too', () => {
    const wrong = plainToInstance(Order, { party: { name: 7 }, line: [] });
    const constraints = validateSync(wrong).map(({ property, constraints: own, children }) => [
      property,
      Object.keys(own ?? children?.[0]?.constraints ?? {}),
    ]);
    expect(constraints).toEqual([
      ['party', ['type']],
      ['line', ['arrayMinSize']],
    ]);
  });

  it('that is an integer is one that a double holds', () => {
    class Large {
      @IntegerField({ description: 'Large.' })
      number!: number;
    }
    expect(fieldsOf(Large)[0]!.facets).toEqual({
      minimum: Number.MIN_SAFE_INTEGER,
      maximum: Number.MAX_SAFE_INTEGER,
    });
  });

  it('that is a list may be absent where it may be empty, and only there', () => {
    class Lists {
      @TextField({ description: 'Any.', list: { min: 0 } })
      any?: string[];
    }
    expect(fieldsOf(Lists)[0]!.optional).toBe(true);
    const declare = () =>
      TextField({ description: 'Some.', list: { min: 1 }, optional: true })(Lists.prototype, 'some');
    expect(declare).toThrow('a list that may be absent may be empty');
  });
});
