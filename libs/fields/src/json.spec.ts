import { Order } from '../test/order';
import { readObject } from './json';

const right = { party: { name: 'Ann' }, line: [{ count: 1 }] };

describe('a JSON value', () => {
  it('is read into its message; null is absent, what is unknown is left out', () => {
    const { message, faults } = readObject(Order, { ...right, note: null, unknown: 1 });
    expect(message).toBeInstanceOf(Order);
    expect({ ...message }).toEqual(right);
    expect(faults).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['no object', [], [' type']],
    ['empty', {}, ['party required', 'line required']],
    [
      'wrong inside',
      { ...right, party: { name: '', pin: 'x' } },
      ['party/name minLength', 'party/pin pattern'],
    ],
    ['wrong in an item', { ...right, line: [{ count: 1 }, { count: '2' }] }, ['line/1/count type']],
    ['without items', { ...right, line: [] }, ['line minItems']],
    ['with too many items', { ...right, line: Array(4).fill({ count: 1 }) }, ['line maxItems']],
    ['no array where one should be', { ...right, line: { count: 1 } }, ['line type']],
    ['against the rule of the whole', { ...right, urgent: true }, ['note needed']],
    ['with a property of the prototype only', Object.create(right), ['party required', 'line required']],
  ])('that is %s', (_, value, expected) => {
    expect(readObject(Order, value).faults.map(({ path, rule }) => `${path} ${rule}`)).toEqual(expected);
  });
});
