import type { Spelling } from '@trunkline/fields';
import type { FieldFault } from '@trunkline/faults';
import { EnvelopeReader, writeEnvelope } from '@trunkline/soap';
import { judgeOfEnvelopes } from '@trunkline/testing';
import { cmpServicesContract } from '../cmp-services.contract';
import { createService } from './create-service.operation';
import type { CreateServiceRequest } from './create-service.request';

const least = {
  CustomerLevel: 'SUBSCRIPTION',
  CustomerLevelReference: '2',
  effectiveDate: '2014-09-22',
  serviceCode: 'SPREMC',
};

function elements(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
}

function envelope(content: string): string {
  return (
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>' +
    '<d:CreateService xmlns:d="http://mdsuk.com/ws/dise3g/services/definition">' +
    `<d:ServiceData>${content}</d:ServiceData></d:CreateService></e:Body></e:Envelope>`
  );
}

function read(content: string, spelling: Spelling = 'published') {
  const body = Buffer.from(envelope(content));
  const request = { contentType: 'text/xml', soapAction: undefined, body };
  const message = new EnvelopeReader(cmpServicesContract, request, spelling).read();
  return { ...(message.request as CreateServiceRequest), faults: message.faults };
}

function readService(fields: Readonly<Record<string, string>>, spelling?: Spelling) {
  return read(`<ServiceData>${elements(fields)}</ServiceData>`, spelling);
}

function paths(faults: readonly FieldFault[]): string[] {
  return faults.map(({ path, rule }) => `${path.replace('ServiceData/ServiceData/', '')} ${rule}`);
}

describe('names and levels', () => {
  const { effectiveDate: EffectiveDate, serviceCode: ServiceCode, ...others } = least;
  const asTheTablePrints = { ...others, CustomerLevel: 'Subscription', EffectiveDate, ServiceCode };

  it('as the table prints them are read leniently, and are then as published', () => {
    const { ServiceData, faults } = readService(asTheTablePrints, 'lenient');
    expect(faults).toEqual([]);
    expect(ServiceData.ServiceData).toEqual(least);
  });

  it('as the table prints them are unknown strictly', () => {
    expect(paths(readService(asTheTablePrints).faults)).toEqual([
      'CustomerLevel choice',
      'EffectiveDate unknown',
      'ServiceCode unknown',
      'effectiveDate required',
      'serviceCode required',
    ]);
  });

  it.each(['published', 'lenient'] as const)('as published are read in any order (%s)', (spelling) => {
    const reversed = Object.fromEntries(Object.entries(least).reverse());
    expect(readService(reversed, spelling)).toMatchObject({
      faults: [],
      ServiceData: { ServiceData: least },
    });
  });

  it('in both spellings at once are one too many, told as published', () => {
    expect(paths(readService({ ...least, EffectiveDate }, 'lenient').faults)).toEqual([
      'effectiveDate maxOccurs',
    ]);
  });

  it.each(['subscriptions', 'SUB SCRIPTION', ''])(
    'of a level that there is not are refused leniently, too: %j',
    (level) => {
      expect(paths(readService({ ...least, CustomerLevel: level }, 'lenient').faults)).toEqual([
        'CustomerLevel choice',
      ]);
    },
  );
});

describe('the ExternalReference', () => {
  const data = `<ServiceData>${elements(least)}</ServiceData>`;

  /** What is answered where `reference` is sent, as it stands in the answer. */
  function answered(reference: string): string {
    const { ServiceData, faults } = read(`<ExternalReference>${reference}</ExternalReference>${data}`);
    expect(faults).toEqual([]);
    const Result = { ExternalReference: ServiceData.ExternalReference };
    const xml = writeEnvelope('1.1', { root: createService.response, value: { Result } });
    return /<ExternalReference>([^]*)<\/ExternalReference>/.exec(xml)![1]!;
  }

  it.each([
    ['blanks around it', '  a  b\t'],
    ['line ends', 'a\nb'],
    ['entities', '&lt;a&gt; &amp; b'],
    ['other scripts', 'Zürich 電話 📞'],
    ['a carriage return that is written as a reference', 'a&#xD;b'],
    ['69 characters', 'x'.repeat(69)],
    ['69 characters beyond the basic plane', '📞'.repeat(69)],
  ])('comes back unmodified with %s', (_what, reference) => {
    expect(answered(reference)).toBe(reference);
  });

  it.each([
    ['a CDATA section', '<![CDATA[<a> & b]]>', '&lt;a&gt; &amp; b'],
    ['a CDATA section among text', 'a<![CDATA[&]]>b', 'a&amp;b'],
    ['references to characters', '&#97;&#x1F4DE;', 'a📞'],
    // XML 1.0 section 2.11: the parser of every consumer makes one line feed of it.
    ['a line end of Windows', 'a\r\nb', 'a\nb'],
  ])('keeps its value with %s', (_what, reference, value) => {
    expect(answered(reference)).toBe(value);
  });

  it.each(['', 'x'.repeat(70), '📞'.repeat(70)])('of the wrong length is refused: %s', (reference) => {
    const { faults } = read(`<ExternalReference>${reference}</ExternalReference>${data}`);
    expect(faults).toMatchObject([{ path: 'ServiceData/ExternalReference' }]);
  });

  it('is absent where none was sent', () => {
    const xml = writeEnvelope('1.1', { root: createService.response, value: { Result: {} } });
    expect(xml).toContain('<ns2:Result/>');
  });
});

describe('values', () => {
  const readField = (name: string, value: string) => readService({ ...least, [name]: value });

  it.each(['2014-09-22', '2014-09-22Z', '2014-09-22+01:00', '2014-09-22-14:00', '2012-02-29'])(
    'a date is kept as it was sent: %s',
    (date) => {
      expect(readField('effectiveDate', date)).toMatchObject({
        faults: [],
        ServiceData: { ServiceData: { effectiveDate: date } },
      });
    },
  );

  it.each(['2013-02-29', '2014-9-22', '22.09.2014', '2014-09-22T00:00:00', '2014-09-22+15:00', ''])(
    'no date: %j',
    (date) => {
      expect(paths(readField('effectiveDate', date).faults)).toEqual(['effectiveDate type']);
    },
  );

  it.each([
    ['24.5', '24.5'],
    ['24.50', '24.50'],
    ['-0.01', '-0.01'],
    ['0.10', '0.10'],
    ['9007199254740993.07', '9007199254740993.07'],
    ['+1', '1'],
    ['1.500', '1.500'],
    ['-0001234567890123456.50', '-1234567890123456.50'],
    ['.5000000000000000', '0.5000000000000000'],
    ['1.00000000000000000', '1.00000000000000000'],
  ])('a price is kept exact: %s', (price, kept) => {
    const { ServiceData, faults } = readField('ServicePrice', price);
    expect([faults, ServiceData.ServiceData.ServicePrice]).toEqual([[], kept]);
  });

  it.each([
    ['1.005', 'fractionDigits'],
    ['12345678901234567.89', 'totalDigits'],
    ['1.000000000000000000', 'totalDigits'],
    ['1,50', 'type'],
    ['1e2', 'type'],
    ['NaN', 'type'],
    ['', 'type'],
  ])('no price: %j', (price, rule) => {
    expect(paths(readField('ServicePrice', price).faults)).toEqual([`ServicePrice ${rule}`]);
  });

  it('a price with many zeros is one where libxml2 says so', async () => {
    const starts = ['', '1', '-1', '0', '1.', '0.', '.', '-.', '+0.'];
    const zeros = [1, 16, 17, 18, 19, 100].map((count) => '0'.repeat(count));
    const prices = starts.flatMap((start) =>
      zeros.flatMap((some) => [start + some, `${some}${start}${some}`]),
    );
    const services = prices.map(
      (ServicePrice) => `<ServiceData>${elements({ ...least, ServicePrice })}</ServiceData>`,
    );
    const judge = judgeOfEnvelopes(cmpServicesContract);
    const verdicts = await judge.judge(services.map(envelope));
    await judge.close();
    const isWrong = services.map((service) => read(service).faults.length > 0);
    expect(prices.filter((_, at) => isWrong[at] !== verdicts[at]!.length > 0)).toEqual([]);
    expect(new Set(isWrong)).toEqual(new Set([true, false]));
  });
});

it('nests ServiceData in ServiceData, the outer qualified and the inner not', () => {
  const inner = `<ServiceData>${elements(least)}</ServiceData>`;
  expect(read(inner).faults).toEqual([]);
  expect(paths(read(inner.replaceAll('ServiceData>', 'd:ServiceData>')).faults)).toEqual([
    'ServiceData/ServiceData unknown',
    'ServiceData/ServiceData required',
  ]);
  expect(paths(read(`${inner}${inner}`).faults)).toEqual(['ServiceData/ServiceData maxOccurs']);
});

it('takes the AuditRecord in its order only, and whole', () => {
  const audit = (content: string) =>
    paths(read(`<AuditRecord>${content}</AuditRecord><ServiceData>${elements(least)}</ServiceData>`).faults);
  expect(audit('<UserID>JOHNRY</UserID><Program>TESTS</Program>')).toEqual([]);
  expect(audit('<Program>TESTS</Program><UserID>JOHNRY</UserID>')).toEqual([
    'ServiceData/AuditRecord/UserID order',
  ]);
  expect(audit('<Program>TESTS</Program>')).toEqual(['ServiceData/AuditRecord/UserID required']);
});
