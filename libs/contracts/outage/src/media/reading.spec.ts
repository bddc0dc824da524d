import { messages } from '@trunkline/testing';
import { writeXml } from '@trunkline/fields';
import fc from 'fast-check';
import { OutageEvents } from '../add-or-update-outage-events/outage-events';
import { readJson } from './json';
import { readLongEvents } from './read-long-events';
import { readValue } from './read-value';
import { readXml } from './xml';

const roots = ['C1OutEvtsUpd', 'schema'];
const root = { element: 'C1OutEvtsUpd', message: OutageEvents };

describe('news of outage events', () => {
  it('are the same in JSON and in XML, read at once and in turns', async () => {
    await fc.assert(
      fc.asyncProperty(messages(OutageEvents), async (events) => {
        const [json, xml] = [JSON.stringify(events), Buffer.from(writeXml(root, events))];
        const readings = [
          await readJson(OutageEvents, Buffer.from(json), undefined, false),
          await readLongEvents(json, 1),
          await readXml(OutageEvents, roots, xml, undefined, false),
          await readXml(OutageEvents, roots, xml, undefined, true),
        ];
        for (const reading of readings)
          expect(withLists(reading)).toEqual(withLists({ message: events, faults: [] }));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('break the same rules at once and in turns', async () => {
    await fc.assert(
      fc.asyncProperty(broken, async (events) => {
        const json = JSON.stringify(events);
        const [atOnce, inTurns] = [readValue(OutageEvents, JSON.parse(json)), await readLongEvents(json, 1)];
        expect(told(inTurns)).toEqual(told(atOnce));
        expect(atOnce.faults.length > 0 || inTurns.message).toEqual(
          atOnce.faults.length > 0 || atOnce.message,
        );
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each([
    ['a list of one', { customers: [{ accountId: '1' }] }],
    ['an id of digits', { customers: [{ accountId: '0012', spId: '0' }] }],
    ['an empty list', { customers: [] }],
  ])('keep %s as it is', async (_what, customerInformation) => {
    const events = {
      externalSystem: 'A',
      outageMessages: [{ eventDetails: { externalOutageId: '1' }, customerInformation }],
    };
    const { message, faults } = await readJson(
      OutageEvents,
      Buffer.from(JSON.stringify(events)),
      undefined,
      false,
    );
    expect({ message: plain(message), faults }).toEqual({ message: events, faults: [] });
  });

  it('refuse numbers beyond 2^53 instead of rounding them', async () => {
    const text = (number: string) =>
      `{"externalSystem":"A","outageMessages":[{"eventDetails":{"externalOutageId":"1","impactedCustomers":${number}}}]}`;
    for (const number of ['9007199254740993', '1e400', '12345678901234567890']) {
      const { faults } = await readJson(OutageEvents, Buffer.from(text(number)), undefined, false);
      expect(faults).toMatchObject([
        { path: 'outageMessages/0/eventDetails/impactedCustomers', rule: 'maximum' },
      ]);
    }
  });

  it('refuse them in XML, too, and whatever else is no integer', async () => {
    for (const [number, rule] of [
      ['9007199254740993', 'maximum'],
      ['12345678901234567890', 'maximum'],
      ...['1e400', '5.0', '0x5', '٣', ' 5 5 ', ''].map((text) => [text, 'type']),
    ]) {
      const details = `<externalOutageId>1</externalOutageId><impactedCustomers>${number}</impactedCustomers>`;
      const text = `<schema><externalSystem>A</externalSystem><outageMessages><eventDetails>${details}</eventDetails></outageMessages></schema>`;
      for (const long of [false, true]) {
        const { faults } = await readXml(OutageEvents, roots, Buffer.from(text), undefined, long);
        expect(faults).toMatchObject([{ path: 'outageMessages/0/eventDetails/impactedCustomers', rule }]);
      }
    }
  });

  it('read lists of one and ids of digits from XML as what they are', async () => {
    const customers = '<customers><accountId>0012</accountId><spId>0</spId></customers>';
    const text = `<schema><externalSystem>007</externalSystem><outageMessages><eventDetails><externalOutageId>1e3</externalOutageId></eventDetails><customerInformation>${customers}</customerInformation></outageMessages></schema>`;
    for (const long of [false, true]) {
      const { message, faults } = await readXml(OutageEvents, roots, Buffer.from(text), undefined, long);
      expect({ message: plain(message), faults }).toEqual({
        faults: [],
        message: {
          externalSystem: '007',
          outageMessages: [
            {
              eventDetails: { externalOutageId: '1e3' },
              customerInformation: { customers: [{ accountId: '0012', spId: '0' }] },
            },
          ],
        },
      });
    }
  });

  it.each([
    'a\\u0000',
    '\\u0001',
    'a\\b',
    'a\\u001f',
    'a\\ud800',
    'a\\udc00b',
    'a\\ufffe',
    'a\uffff',
    ' \\f ',
  ])('refuse %j, which XML cannot hold', async (text) => {
    const details = [`{"name":"${text}"}`, '{"name":"\t\\n\\r\\u007f😀\ufffd"}']
      .join(',')
      .replace('\t', '\\t');
    const message = `{"eventDetails":{"externalOutageId":"${text}","additionalDetails":[${details}]}}`;
    for (const { faults } of await inBothWays(`{"externalSystem":"A","outageMessages":[${message}]}`))
      expect(told({ faults })).toEqual([
        'outageMessages/0/eventDetails/additionalDetails/0/name text',
        'outageMessages/0/eventDetails/externalOutageId text',
      ]);
  });

  it('collapse the blanks of tokens, and no others, in JSON as in XML', async () => {
    const [name, details] = [' a \\t b ', '{"name":" a \\t b "}'];
    const customers = `[{"accountId":"${name}"},{"accountId":" "},{"spId":"\\n","accountId":"1\u00a0 "}]`;
    const message = `{"eventDetails":{"externalOutageId":"${name}","messageReference":"  ","additionalDetails":[${details}]},"customerInformation":{"customers":${customers}}}`;
    for (const reading of await inBothWays(`{"externalSystem":"  A","outageMessages":[${message}]}`)) {
      expect(told(reading)).toEqual([
        'outageMessages/0/customerInformation/customers/1/accountId required',
        'outageMessages/0/eventDetails/messageReference minLength',
      ]);
      expect(reading.message).toMatchObject({
        externalSystem: 'A',
        outageMessages: [
          {
            eventDetails: { externalOutageId: 'a b', additionalDetails: [{ name: ' a \t b ' }] },
            customerInformation: {
              customers: [{ accountId: 'a b' }, { accountId: '' }, { spId: '', accountId: '1\u00a0' }],
            },
          },
        ],
      });
    }
  });

  it.each([
    ['messages', '"outageMessages":[{"eventDetails":{}},1,{"eventDetails":{"externalOutageId":"2"}}]', 'A'],
    ['a message', '"outageMessages":[{"eventDetails":{},"eventDetails":{"externalOutageId":"1"}}]', 'A'],
    ['a field', '"externalSystem":"","outageMessages":[]', 'A'],
  ])('have the last of what stands twice: %s', async (_what, first, externalSystem) => {
    const last = '"outageMessages":[{"eventDetails":{"externalOutageId":"3"}}]';
    const text = `{${first},"externalSystem":"${externalSystem}",${last}}`;
    for (const { message, faults } of await inBothWays(text))
      expect({ message: plain(message), faults }).toEqual({ message: JSON.parse(text), faults: [] });
  });

  it('are refused where they are nested too deep, at once and in turns', async () => {
    const nested = (depth: number) =>
      `{"externalSystem":"A","x":${'['.repeat(depth)}${']'.repeat(depth)},"outageMessages":[]}`;
    expect(await inBothWays(nested(63))).toHaveLength(2);
    await expect(readJson(OutageEvents, Buffer.from(nested(64)), undefined, false)).rejects.toThrow(
      'deeper than 64',
    );
    await expect(readJson(OutageEvents, Buffer.from(nested(64)), undefined, true)).rejects.toThrow(
      'deeper than 64',
    );
  });

  it.each([
    ['what is no message', '1'],
    [
      'what is no customer',
      '{"eventDetails":{"externalOutageId":"1"},"customerInformation":{"customers":[],"customers":[{"accountId":"\\u0000"}]}}',
    ],
  ])('list a thousand faults of a flood of %s, and that there are more', async (_what, one) => {
    const text = `{"externalSystem":"A","outageMessages":[${Array.from({ length: 5_000 }, () => one).join(',')}]}`;
    const [atOnce, inTurns] = await inBothWays(text);
    const path = atOnce!.faults[999]!.path;
    expect(told(inTurns!)).toEqual(told(atOnce!));
    expect(path).toContain('/999');
    expect(inTurns!.faults.at(-1)).toEqual({
      path: '',
      rule: 'more',
      message: 'breaks more rules than are listed',
    });
  });

  it('are decoded after others had their turn, where they are long', async () => {
    const order: string[] = [];
    const { decode } = TextDecoder.prototype;
    function noted(this: InstanceType<typeof TextDecoder>, ...given: Parameters<typeof decode>): string {
      order.push('decoded');
      return decode.apply(this, given);
    }
    const decoding = jest.spyOn(TextDecoder.prototype, 'decode').mockImplementation(noted);
    setImmediate(() => order.push('others'));
    await readJson(OutageEvents, Buffer.from('{}'), undefined, true);
    decoding.mockRestore();
    expect(order).toEqual(['others', 'decoded']);
  });

  it('let others have their turn while what is broken is looked through', async () => {
    const text = `{"externalSystem":"A","outageMessages":[${'1,'.repeat(999)}{}${',{"eventDetails":{"externalOutageId":"1"}}'.repeat(100_000)}]}`;
    let [turns, parsed] = [0, 0];
    const others = setInterval(() => turns++, 0);
    const { parse } = JSON;
    const parsing = jest.spyOn(JSON, 'parse').mockImplementation((piece) => {
      parsed = turns;
      return parse(piece) as unknown;
    });
    await readLongEvents(text);
    parsing.mockRestore();
    clearInterval(others);
    expect(turns).toBeGreaterThan(parsed + 1);
  });

  it('take an escaped pair of surrogates', async () => {
    const text =
      '{"externalSystem":"\\ud83d\\ude00","outageMessages":[{"eventDetails":{"externalOutageId":"1"}}]}';
    expect(await readJson(OutageEvents, Buffer.from(text), undefined, false)).toMatchObject({
      message: { externalSystem: '😀' },
      faults: [],
    });
  });

  it('are of the encoding that their Content-Type states', async () => {
    const bytes = Buffer.from(
      '{"externalSystem":"Ä","outageMessages":[{"eventDetails":{"externalOutageId":"1"}}]}',
      'latin1',
    );
    const latin = 'application/json;charset=iso-8859-1';
    for (const long of [false, true])
      expect(await readJson(OutageEvents, bytes, latin, long)).toMatchObject({
        message: { externalSystem: 'Ä' },
        faults: [],
      });
  });

  it('may leave the customers of XML away to say an empty list', async () => {
    const xml =
      '<schema><outageMessages><customerInformation/><eventDetails><externalOutageId>1</externalOutageId></eventDetails></outageMessages><externalSystem>A</externalSystem></schema>';
    const { message, faults } = await readXml(OutageEvents, roots, Buffer.from(xml), undefined, false);
    expect(faults).toEqual([]);
    expect(message).toMatchObject({ outageMessages: [{ customerInformation: { customers: [] } }] });
  });
});

/** The readings of a text at once, and in turns. */
async function inBothWays(text: string) {
  return [await readJson(OutageEvents, Buffer.from(text), undefined, false), await readLongEvents(text, 1)];
}

/** News with values in them that do not belong there. */
const broken = fc
  .tuple(messages(OutageEvents), fc.infiniteStream(fc.tuple(fc.nat(99), fc.jsonValue({ maxDepth: 1 }))))
  .map(
    ([events, changes]) =>
      JSON.parse(JSON.stringify(events), (_name, value: unknown) => {
        const [chance, other] = changes.next().value as [number, unknown];
        return chance < 8 ? other : value;
      }) as unknown,
  );

function told({ faults }: { faults: readonly { path: string; rule: string }[] }): string[] {
  return faults.map(({ path, rule }) => `${path} ${rule}`).sort();
}

/** XML cannot tell an empty list from none. */
function withLists({ message, faults }: { message: object; faults: readonly unknown[] }): unknown {
  const { outageMessages } = message as OutageEvents;
  for (const { customerInformation } of outageMessages)
    if (customerInformation) customerInformation.customers ??= [];
  return { message: plain(message), faults };
}

function plain(message: object): unknown {
  return JSON.parse(JSON.stringify(message));
}
