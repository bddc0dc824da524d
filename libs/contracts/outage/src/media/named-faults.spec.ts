import { addOrUpdateOutageEvents } from '../add-or-update-outage-events/add-or-update-outage-events.operation';
import { outageMedia } from './outage-media';

const read = (body: string, type: string) =>
  outageMedia.read(addOrUpdateOutageEvents, Buffer.from(body), type);

describe('the faults of an outage message', () => {
  it.each([
    ['a readable id', ' a  "1"', 'a "1"'],
    ['an id that is too long', 'x'.repeat(255), undefined],
    ['an empty id', '', undefined],
    ['an id that is no string', 1, undefined],
    ['an id that XML cannot hold', '\u0001', undefined],
  ])('name %s', async (_what, sent, externalOutageId) => {
    const eventDetails = { externalOutageId: sent, impactedCustomers: -1 };
    const events = { externalSystem: '', outageMessages: [{ eventDetails }] };
    for (const padding of ['', ' '.repeat(300_000)]) {
      const { faults } = await read(JSON.stringify(events) + padding, 'application/json');
      expect(faults).toContainEqual({
        path: 'externalSystem',
        rule: 'minLength',
        message: 'must not be empty',
      });
      expect(faults).toContainEqual({
        path: 'outageMessages/0/eventDetails/impactedCustomers',
        rule: 'minimum',
        message: 'must be at least 0',
        ...(externalOutageId && { externalOutageId }),
      });
    }
  });

  it('name it in XML, too', async () => {
    const of = (id: string) =>
      `<outageMessages><x/><eventDetails><externalOutageId>${id}</externalOutageId></eventDetails></outageMessages>`;
    const xml = `<schema><externalSystem>A</externalSystem>${of('1')}${of('2')}</schema>`;
    const { faults } = await read(xml, 'application/xml');
    expect(faults).toMatchObject([
      { path: 'outageMessages/0/x', externalOutageId: '1' },
      { path: 'outageMessages/1/x', externalOutageId: '2' },
    ]);
  });

  it('never name that of another message', async () => {
    const nil = '<outageMessages xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>';
    const broken = '<outageMessages><x/></outageMessages>';
    const other =
      '<outageMessages><eventDetails><externalOutageId>2</externalOutageId></eventDetails></outageMessages>';
    const xml = `<schema><externalSystem>A</externalSystem>${nil}${broken}${other}</schema>`;
    const { faults } = await read(xml, 'application/xml');
    expect(faults.map(({ path }) => path)).toEqual([
      'outageMessages/0',
      'outageMessages/1/x',
      'outageMessages/1/eventDetails',
    ]);
    expect(faults.filter((fault) => 'externalOutageId' in fault)).toEqual([]);
  });
});
