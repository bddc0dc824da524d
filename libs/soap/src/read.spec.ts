import { ask, envelope, greet, greetings, greetXml } from '../test/greeting';
import { EnvelopeReader } from './read';
import { envelopes } from './version';

function reader(xml: string, { contentType = 'text/xml', soapAction = '""' } = {}): EnvelopeReader {
  return new EnvelopeReader(greetings, { contentType, soapAction, body: Buffer.from(xml) });
}

const rules = (xml: string) =>
  reader(xml)
    .read()
    .faults.map(({ path, rule }) => `${path} ${rule}`);

describe('an envelope', () => {
  it('is read to operation, request and header', () => {
    const header = '<x:x><x:y/></x:x><h:RequestHeader><h:MessageID> m-1 </h:MessageID></h:RequestHeader>';
    const message = reader(envelope({ header })).read();
    expect(message).toMatchObject({
      operation: greet,
      request: { name: 'Ann' },
      header: { MessageID: 'm-1' },
      faults: [],
    });
  });

  it('has a header without fields where none was sent', () => {
    const message = reader(envelope({}, `<e:Body>${greetXml}</e:Body>`)).read();
    expect(message.header).toBeInstanceOf(greetings.header!.request.message);
  });

  it('forgets what breaks its rule in the header: an answer would give it back', () => {
    const tooLong = `<h:ConversationID>c-1</h:ConversationID><h:MessageID>${'m'.repeat(256)}</h:MessageID>`;
    const xml = envelope({ header: `<h:RequestHeader>${tooLong}</h:RequestHeader>` });
    expect(rules(xml)).toEqual(['RequestHeader/MessageID maxLength']);
    expect({ ...reader(xml).read().header }).toEqual({ ConversationID: 'c-1' });
  });

  it('forgets nothing that it was told beside what is unknown', () => {
    const beside = '<h:MessageID foo="1">m-1</h:MessageID><h:RequestID>r-1</h:RequestID><x:RequestID/>';
    const { header, faults } = reader(
      envelope({ header: `<h:RequestHeader>${beside}</h:RequestHeader>` }),
    ).read();
    expect(faults.map(({ path }) => path)).toEqual([
      'RequestHeader/MessageID/@foo',
      'RequestHeader/RequestID',
    ]);
    expect({ ...header }).toEqual({ MessageID: 'm-1', RequestID: 'r-1' });
  });

  it('may have a header that is nil: it may be absent, too', () => {
    const nil = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"';
    const { header, faults } = reader(envelope({ header: `<h:RequestHeader ${nil}/>` })).read();
    expect({ header: { ...header }, faults }).toEqual({ header: {}, faults: [] });
  });

  it('goes to the operation that the root element of its body names', () => {
    expect(reader(envelope({ body: '<g:Ask><g:name>Ann</g:name></g:Ask>' })).read().operation).toBe(ask);
  });

  it.each([
    ['1.1', 'text/xml', envelopes['1.1']],
    ['1.2', 'text/xml', envelopes['1.2']],
    ['1.2', 'application/soap+xml', envelopes['1.2']],
    ['1.1', 'application/soap+xml', envelopes['1.1']],
  ])('is answered in SOAP %s, in %s', (version, contentType, namespace) => {
    const read = reader(envelope({ namespace }), { contentType });
    read.read();
    expect(read.version).toBe(version);
  });

  it('is answered by its media type while nothing else is known', () => {
    const read = reader('<', { contentType: 'application/soap+xml; charset=utf-8' });
    expect(() => read.read()).toThrow();
    expect(read.version).toBe('1.2');
  });

  it.each([
    [
      'in the body',
      envelope({ body: '<g:Greet><g:name>Annabel</g:name><g:times>0</g:times></g:Greet>' }),
      ['name maxLength', 'times minimum'],
    ],
    [
      'in the header',
      envelope({ header: '<h:RequestHeader><h:msgType>X</h:msgType></h:RequestHeader>' }),
      ['RequestHeader/msgType pattern'],
    ],
    [
      'in both',
      envelope({ header: '<h:RequestHeader><h:x/></h:RequestHeader>', body: '<g:Greet/>' }),
      ['RequestHeader/x unknown', 'name required'],
    ],
    ['at its root', envelope({ body: '<g:Greet>text<g:name>Ann</g:name></g:Greet>' }), ['Greet content']],
    [
      'by being nil',
      envelope({
        body: '<g:Greet xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>',
      }),
      ['Greet required'],
    ],
    [
      'by a second header block',
      envelope({ header: '<h:RequestHeader/><h:RequestHeader/>' }),
      ['RequestHeader maxOccurs'],
    ],
  ])('tells every rule that it breaks %s', (_, xml, expected) => {
    expect(rules(xml)).toEqual(expected);
  });

  it.each([
    ['no XML', '<', 'Malformed'],
    ['no envelope', '<x/>', 'Malformed'],
    ['of another version', envelope({ namespace: 'urn:x' }), 'VersionMismatch'],
    ['without a body', envelope({}, '<e:Header/>'), 'Malformed'],
    ['with an empty body', envelope({ body: '' }), 'Malformed'],
    ['with two messages', envelope({ body: greetXml + greetXml }), 'Malformed'],
    ['with two bodies', envelope({}, `<e:Body>${greetXml}</e:Body><e:Body/>`), 'Malformed'],
    ['with its header behind its body', envelope({}, `<e:Body>${greetXml}</e:Body><e:Header/>`), 'Malformed'],
    ['with a part of a stranger', envelope({}, `<x:x/><e:Body>${greetXml}</e:Body>`), 'Malformed'],
    ['with text beside the message', envelope({ body: `a${greetXml}` }), 'Malformed'],
    ['with an operation that is none', envelope({ body: '<g:Leave/>' }), 'UnknownOperation'],
    ['with an operation of a stranger', envelope({ body: '<x:Greet/>' }), 'UnknownOperation'],
    [
      'with a header that must be understood',
      envelope({ header: '<x:x e:mustUnderstand="1"/>' }),
      'MustUnderstand',
    ],
  ])('that is %s is refused', (_, xml, kind) => {
    expect(() => reader(xml).read()).toThrow(expect.objectContaining({ kind }));
  });

  it.each([
    ['1.1', 'e:mustUnderstand="0"'],
    ['1.1', 'mustUnderstand="1"'],
    ['1.1', 'e:mustUnderstand="1" e:actor="urn:x/next"'],
    ['1.1', 'e:mustUnderstand="1" e:actor="urn:somebody"'],
    ['1.2', 'e:mustUnderstand="false"'],
    ['1.2', `e:mustUnderstand="true" e:role="${envelopes['1.2']}/role/none"`],
  ] as const)('may have a header that is not ours to understand (SOAP %s, %s)', (version, attributes) => {
    const xml = envelope({ header: `<x:x ${attributes}/>`, namespace: envelopes[version] });
    expect(reader(xml).read().faults).toEqual([]);
  });

  it.each([
    ['1.1', 'e:mustUnderstand="1" e:actor="http://schemas.xmlsoap.org/soap/actor/next"'],
    ['1.2', `e:mustUnderstand="true" e:role="${envelopes['1.2']}/role/next"`],
    ['1.2', `e:mustUnderstand="1" e:role="${envelopes['1.2']}/role/ultimateReceiver"`],
  ] as const)('is refused for a header that is ours to understand (SOAP %s, %s)', (version, attributes) => {
    const xml = envelope({ header: `<x:x ${attributes}/>`, namespace: envelopes[version] });
    expect(() => reader(xml).read()).toThrow(expect.objectContaining({ kind: 'MustUnderstand' }));
  });
});
