import { order, orderXml } from '../../test/order';
import { planOf } from '../plan';
import { readXml, writeXml } from './document';

/** The broken rules of a document, each `path rule`. */
function faultsIn(xml: string): string[] {
  return readXml(order, xml).faults.map(({ path, rule }) => `${path} ${rule}`);
}

describe('a document that is one message', () => {
  it('is read to its values, the first of what must stand once', () => {
    const xml = orderXml('<line><count>2</count><price>1.50</price></line><note> x </note><note>y</note>');
    expect(readXml(order, xml).message).toEqual({
      party: { name: 'Ann' },
      line: [{ count: 1 }, { count: 2, price: '1.50' }],
      note: ' x ',
    });
  });

  it.each<[string, string, string[]]>([
    ['has all that is needed', orderXml(), []],
    ['is empty', '<order xmlns="urn:test:order"/>', ['party required', 'line required']],
    ['has a stranger', orderXml('<note>x</note><x><y/></x>'), ['x unknown']],
    ['has a child in a leaf', orderXml('<note>x<y/></note>'), ['note/y unknown']],
    ['has its parts in another order', orderXml('<urgent>0</urgent><note>x</note>'), ['note order']],
    ['has a part twice', orderXml('<note>x</note><note>y</note>'), ['note maxOccurs']],
    [
      'has more of a list than may be',
      orderXml('<line><count>1</count></line>'.repeat(3)),
      ['line/3 maxOccurs'],
    ],
    ['has text among its parts', orderXml('text'), ['order content']],
    ['is nil', orderXml().replace('<o:order', '<o:order xsi:nil="true"'), ['order required']],
    [
      'has a number that is too large',
      orderXml('<line><count>9007199254740992</count></line>'),
      ['line/1/count maximum'],
    ],
    [
      'has a number beyond any',
      orderXml(`<line><count>-${'9'.repeat(400)}</count></line>`),
      ['line/1/count minimum'],
    ],
    [
      'has a part in another namespace',
      orderXml('<note xmlns="urn:x">x</note>').replace(/o:note/g, 'note'),
      ['note unknown'],
    ],
    [
      'has a part with a namespace that has none',
      orderXml('', '<party><o:name>Ann</o:name></party><line><count>1</count></line>'),
      ['party/name unknown', 'party/name required'],
    ],
    ['has an attribute', orderXml('<note a="">x</note>'), ['note/@a unknown']],
    ['has attributes that say nothing', orderXml('<note id="1" xsi:type="x" xml:lang="en">x</note>'), []],
    ['has a part that is nil', orderXml('<note xsi:nil="true"/>'), []],
    ['has a part that is nil and not empty', orderXml('<note xsi:nil="1">x</note>'), ['note nil']],
    [
      'has a part that may not be nil',
      orderXml('', '<party xsi:nil="true"/><line><count>1</count></line>'),
      ['party required'],
    ],
    ['has a part that is not nil', orderXml('<note xsi:nil="false">x</note>'), []],
    [
      'has values that are none',
      orderXml('<urgent>yes</urgent><day>2023-02-29</day><way>Sea</way>'),
      ['urgent type', 'day type', 'way choice'],
    ],
    ['breaks the rule of the whole', orderXml('<urgent>1</urgent>'), ['note needed']],
  ])('that %s', (_, xml, expected) => {
    expect(faultsIn(xml)).toEqual(expected);
  });

  it('keeps the text of a leaf together that comments, CDATA and references divide', () => {
    expect(readXml(order, orderXml('<note>a<!-- --><![CDATA[<]]>&#98;</note>')).message.note).toBe('a<b');
  });

  it('is refused where it is another', () => {
    expect(() => readXml(order, '<order/>')).toThrow(
      'The root element must be order in namespace urn:test:order',
    );
  });

  it('lists what is declared behind a flood of what is not, and says how many faults there are more', () => {
    const { faults } = readXml(order, orderXml(`${'<x/>'.repeat(1500)}<note>long</note>`));
    expect(faults).toHaveLength(1002);
    expect(faults.slice(-2)).toEqual([
      { path: 'note', rule: 'maxLength', message: 'must have at most 3 characters' },
      { path: 'order', rule: 'more', message: 'breaks more rules than are listed: 500 more' },
    ]);
  });

  it('keeps no more than a thousand faults of a flood of what is declared', () => {
    expect(faultsIn(orderXml('<note/>'.repeat(2000)))).toHaveLength(1001);
  });
});

describe('a message that is written', () => {
  it('stands in declared order, each element in its namespace, what is absent left out', () => {
    const message = {
      note: 'a & b',
      line: [{ count: 1, price: '1.50' }],
      party: { name: 'Ann', pin: undefined },
      urgent: false,
    };
    expect(writeXml(order, message)).toBe(
      '<o:order xmlns:o="urn:test:order" xmlns:p="urn:test:party"><o:party><name>Ann</name></o:party>' +
        '<o:line><o:count>1</o:count><o:price>1.50</o:price></o:line><o:note>a &amp; b</o:note><o:urgent>false</o:urgent></o:order>',
    );
  });

  it('declares what its root element is to declare beside that', () => {
    const declared = {
      element: 'line',
      message: planOf(order.message).byName.get('line')!.plan!.type,
      declares: { x: 'urn:x' },
    };
    expect(writeXml(declared, { count: 1 })).toBe(
      '<o:line xmlns:o="urn:test:order" xmlns:x="urn:x"><o:count>1</o:count></o:line>',
    );
  });
});
