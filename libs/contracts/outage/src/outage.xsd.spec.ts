import { join } from 'node:path';
import { writeXml } from '@trunkline/fields';
import { expectGolden, Judge, messages } from '@trunkline/testing';
import fc from 'fast-check';
import { outageContract } from './outage.contract';
import { readXml } from './media/xml';
import { roots } from './media/roots';
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
