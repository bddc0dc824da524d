import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RunningService } from '@trunkline/service';
import { startOutage } from './start-outage';

const path = '/rest/apis/customer/service/outageEventNotifications';
const [json, xml] = ['application/json', 'application/xml'];
const least =
  '{"externalSystem":"CCB-NMS integration","outageMessages":[{"eventDetails":{"externalOutageId":"1","outageType":"C1UP","startDateTime":"2026-01-31T08:00:00Z"}}]}';
const leastXml =
  '<C1OutEvtsUpd><externalSystem>CCB-NMS integration</externalSystem><outageMessages><eventDetails><externalOutageId>é</externalOutageId><outageType>C1UP</outageType><startDateTime>2026-01-31T08:00:00Z</startDateTime></eventDetails></outageMessages></C1OutEvtsUpd>';

describe('what outage reads and answers', () => {
  let service: RunningService;
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-outage-'));

  beforeAll(async () => {
    service = await startOutage({ url: undefined, folder }, { BODY_LIMIT: '2000000' });
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });

  const ask = async (to: string, init: RequestInit) => {
    const answer = await fetch(`${service.url}${to}`, { method: 'POST', ...init });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      allow: answer.headers.get('allow'),
      body: await answer.text(),
    };
  };
  const send = (headers: Record<string, string>, body: RequestInit['body'] = least, to = path) =>
    ask(to, { headers, body });

  it.each([path, `${path}/`])('answers at %s', async (address) => {
    expect(await send({ 'content-type': json }, least, address)).toMatchObject({
      status: 200,
      type: `${json}; charset=utf-8`,
    });
  });

  it.each([
    ['JSON for XML', xml, json, leastXml],
    ['XML for JSON', json, xml, least],
    ['JSON for XML by default', xml, undefined, leastXml],
  ])('answers %s', async (_what, type, accept, body) => {
    const answer = await send({ 'content-type': type, ...(accept && { accept }) }, body);
    expect(answer).toMatchObject({ status: 200, type: `${accept ?? json}; charset=utf-8` });
    expect(answer.body).toContain('C1UP');
  });

  it.each([
    ['404', path.replace('Notifications', ''), { method: 'GET' }, 404, '90002/2006'],
    ['405', path, { method: 'DELETE' }, 405, '90002/2007'],
    ['406', path, { headers: { 'content-type': json, accept: 'text/csv' }, body: least }, 406, '90002/2004'],
    ['413', path, { headers: { 'content-type': json }, body: ' '.repeat(2_000_001) }, 413, '90002/2005'],
    [
      '413 of what is inflated',
      path,
      {
        headers: { 'content-type': json, 'content-encoding': 'gzip' },
        body: gzipSync(' '.repeat(50_000_000)),
      },
      413,
      '90002/2005',
    ],
    ['415', path, { headers: { 'content-type': 'text/plain' }, body: least }, 415, '90002/2003'],
    [
      '415 without a type',
      path,
      { headers: { 'content-type': '' }, body: Buffer.from(least) },
      415,
      '90002/2003',
    ],
    [
      '415 of an encoding',
      path,
      { headers: { 'content-type': xml }, body: '<?xml version="1.0" encoding="EBCDIC"?><a/>' },
      415,
      '90002/2002',
    ],
    ['400 of nothing', path, { headers: { 'content-type': json } }, 400, '90002/2001'],
    [
      '400 of what is no gzip',
      path,
      { headers: { 'content-type': json, 'content-encoding': 'gzip' }, body: least },
      400,
      '90002/2001',
    ],
    [
      '400 of bytes that are no UTF-8',
      path,
      { headers: { 'content-type': json }, body: Buffer.from([0x22, 0xff, 0x22]) },
      400,
      '90002/2001',
    ],
    [
      '400 of another root element',
      path,
      { headers: { 'content-type': xml }, body: '<outage/>' },
      400,
      '90002/2001',
    ],
    [
      '400 of a root element in a namespace',
      path,
      { headers: { 'content-type': xml }, body: '<C1OutEvtsUpd xmlns="urn:x"/>' },
      400,
      '90002/2001',
    ],
    [
      '400 of a value that is no object',
      path,
      { headers: { 'content-type': json }, body: '"outage"' },
      400,
      '90001/1001',
    ],
  ])(
    'answers %s in the form that is asked for',
    async (_what, to, init: RequestInit & { headers?: Record<string, string> }, status, code) => {
      const inJson = await ask(to, init);
      expect(inJson).toMatchObject({ status, type: `${json}; charset=utf-8` });
      expect(JSON.parse(inJson.body)).toMatchObject({
        httpStatus: status,
        problemType: `${service.url.replace('localhost', '127.0.0.1')}/message/${code}`,
      });
      if (status === 406) return;
      const inXml = await ask(to, { ...init, headers: { ...init.headers, accept: xml } });
      expect(inXml).toMatchObject({ status, type: `${xml}; charset=utf-8` });
      expect(inXml.body).toContain(`<problemDetailDocument><detail>`);
      expect(inXml.body).toContain(`/message/${code}</problemType>`);
    },
  );

  it('tells the methods of an address', async () => {
    expect(await ask(path, { method: 'PUT' })).toMatchObject({ allow: 'POST' });
    expect(await ask(`${path}/schema.xsd`, { method: 'GET' })).toMatchObject({
      status: 200,
      type: 'application/xml; charset=utf-8',
    });
  });

  it.each([
    ['a DOCTYPE', `<!DOCTYPE x>${leastXml}`],
    ['an entity bomb', `<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${leastXml.replace('é', '&c;')}`],
    [
      'an entity from outside',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${leastXml.replace('é', '&a;')}`,
    ],
    ['an entity that nobody declared', leastXml.replace('é', '&nbsp;')],
    ['U+0000', leastXml.replace('é', '&#0;')],
    ['half of a surrogate pair', leastXml.replace('é', '&#xD800;')],
    ['a depth of 65', leastXml.replace('é', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`)],
    [
      '101 attributes',
      leastXml.replace(
        '<outageMessages>',
        `<outageMessages ${Array.from({ length: 101 }, (_, at) => `a${at}=""`).join(' ')}>`,
      ),
    ],
    ['a flood of depth', `<C1OutEvtsUpd>${'<a>'.repeat(500_000)}`],
    ['a flood of unknown elements', `<C1OutEvtsUpd>${'<a/>'.repeat(400_000)}</C1OutEvtsUpd>`],
    ['two root elements', `${leastXml}${leastXml}`],
  ])('refuses XML with %s, short and long', async (_what, body) => {
    const answers = [
      await send({ 'content-type': xml }, body),
      await send({ 'content-type': xml }, `${body}${' '.repeat(300_000)}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(answers[0]!.body).not.toContain('root:');
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['a string that does not end', `"${'a'.repeat(1_000_000)}`],
    [
      'a name that is a prototype',
      `{"__proto__":{"externalSystem":"x"},"outageMessages":[${' '.repeat(300_000)}]}`,
    ],
    [
      'unknown properties, and nothing else',
      `{${Array.from({ length: 90_000 }, (_, at) => `"p${at}":0`).join(',')}}`,
    ],
  ])('refuses JSON of many %s', async (_what, body) => {
    expect(await send({ 'content-type': json }, body)).toMatchObject({ status: 400 });
  });

  it('reads what an XML document says it is encoded in', async () => {
    const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${leastXml}`, 'utf16le');
    const latin1 = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${leastXml}`, 'latin1');
    for (const body of [utf16, latin1]) {
      expect((await send({ 'content-type': xml }, body)).body).toContain('"externalOutageId":"é"');
    }
  });

  it('never shows the inside', async () => {
    const answer = await send(
      { 'content-type': json },
      '{"externalSystem":"x","outageMessages":[{"eventDetails":{"externalOutageId":1}}]}',
    );
    expect(answer.body).not.toMatch(/stackTrace|\.ts:|node_modules/);
  });
});
