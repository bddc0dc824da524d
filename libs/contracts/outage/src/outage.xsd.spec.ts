import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeText, writeXml } from '@trunkline/fields';
import { expectGolden, Judge, messages } from '@trunkline/testing';
import fc from 'fast-check';
import { outageContract } from './outage.contract';
import { readXml } from './media/xml';
import { roots, writtenRootOf } from './media/roots';
import { writeOutageSchema } from './outage.xsd';

describe('the XSD of the outage events', () => {
  let judge: Judge;
  beforeAll(() => {
    const start =
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="outage.xsd"/></xs:schema>';
    judge = new Judge({ documents: { 'outage.xsd': writeOutageSchema() }, start });
  });
  afterAll(() => judge.close());

  it('is published', () => {
    expectGolden(join(outageContract.folder, '../published/outage.xsd'), writeOutageSchema());
  });

  it.each(roots.map((root) => [root.element, root] as const))(
    'is that of every %s that we write',
    async (_name, root) => {
      await fc.assert(
        fc.asyncProperty(messages(root.message), async (message) => {
          const xml = writeXml(root, message);
          expect(await judge.judge([xml])).toEqual([[]]);
          const { faults } = await readXml(root.message, [root.element], Buffer.from(xml), undefined, false);
          expect(faults).toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
    60_000,
  );

  it.each(roots.filter((root) => root === writtenRootOf(root.message)).map((root) => [root.element, root]))(
    'is that of every %s that the OpenAPI document tells clients to write',
    async (_name, root) => {
      const read = (xml: string) => readXml(root.message, [root.element], Buffer.from(xml), undefined, false);
      await fc.assert(
        fc.asyncProperty(messages(root.message), async (message) => {
          const xml = writeAsDescribed(describedAs(root.message.name), message);
          expect(await judge.judge([xml])).toEqual([[]]);
          expect(await read(xml)).toEqual(await read(writeXml(root, message)));
        }),
        { numRuns: 100 },
      );
    },
    60_000,
  );

  it.each([
    ['an unknown element', '<x/>'],
    ['text between elements', 'x'],
    ['a part twice', '<eventDetails><externalOutageId>2</externalOutageId></eventDetails>'],
    ['a list in a wrapper', '<characteristics><characteristics/></characteristics>'],
  ])('and our reader refuse %s', async (_what, content) => {
    const xml = document(content);
    expect((await judge.judge([xml]))[0]).not.toEqual([]);
    const { faults } = await readXml(roots[0]!.message, ['C1OutEvtsUpd'], Buffer.from(xml), undefined, false);
    expect(faults).not.toEqual([]);
  });

  it('names one order of the elements; our reader takes any', async () => {
    const xml =
      '<C1OutEvtsUpd><outageMessages><eventDetails><outageType>C1UP</outageType><externalOutageId>1</externalOutageId></eventDetails></outageMessages><externalSystem>A</externalSystem></C1OutEvtsUpd>';
    expect((await judge.judge([xml]))[0]).not.toEqual([]);
    const { faults } = await readXml(roots[0]!.message, ['C1OutEvtsUpd'], Buffer.from(xml), undefined, false);
    expect(faults).toEqual([]);
  });
});

function document(content: string): string {
  return `<C1OutEvtsUpd><externalSystem>A</externalSystem><outageMessages><eventDetails><externalOutageId>1</externalOutageId></eventDetails>${content}</outageMessages></C1OutEvtsUpd>`;
}

interface Described {
  readonly $ref?: string;
  readonly allOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly xml?: { readonly name: string };
}

const { components } = JSON.parse(
  readFileSync(join(outageContract.folder, '../published/openapi.json'), 'utf8'),
) as { components: { schemas: Record<string, Described> } };

function describedAs(name: string): Described {
  return components.schemas[name]!;
}

/**
 * By the rules of OpenAPI 3.0: an element is named by its schema or else by its property, and nothing is around the items of a list. Some
 * tools take another name for an item whose schema has none: here it has none.
 */
function writeAsDescribed(described: Described, value: unknown, property?: string): string {
  const { $ref, allOf = [], oneOf = allOf, items, properties, xml } = described;
  const inner = $ref === undefined ? oneOf[0] : describedAs($ref.split('/').at(-1)!);
  if (inner) return writeAsDescribed(inner, value, property);
  if (items) return (value as unknown[]).map((item) => writeAsDescribed(items, item)).join('');
  const content = properties ? writeProperties(properties, value as object) : escapeText(String(value));
  const name = xml?.name ?? property;
  return `<${name}>${content}</${name}>`;
}

function writeProperties(properties: Readonly<Record<string, Described>>, value: object): string {
  const values = new Map<string, unknown>(Object.entries(value));
  const present = Object.entries(properties).filter(([name]) => values.get(name) !== undefined);
  return present.map(([name, each]) => writeAsDescribed(each, values.get(name), name)).join('');
}
