import { readOutcome, UnreadableAnswer } from './gateway-answer';

function outcomeIn(body: string | Buffer, { status = 200, type = 'text/xml' } = {}): unknown {
  return readOutcome({ status, headers: { 'content-type': type }, body: Buffer.from(body) });
}

const inline = (attributes: string): string =>
  `<ICOMS><MAC00183><INL01374 ${attributes}/></MAC00183></ICOMS>`;
const success = inline('INLNRTRNCODE="0"');

describe('the outcome', () => {
  it.each([
    ['0', 0],
    ['00000', 0],
    ['1', 1],
    ['+12', 12],
    [' 7 ', 7],
    ['-10050', -10050],
    ['999999999', 999999999],
  ])('of the return code "%s" is %i', (code, outcome) => {
    const body = inline(`INLNRTRNCODE="${code}" INLNMESGTEXT=" SAID "`);
    expect(outcomeIn(body)).toEqual({ code: outcome, text: 'SAID' });
  });

  it.each([
    ['an error under the root', '<ICOMS><ERROR _RC="-1" _MSGTEXT="GONE"/><MAC00183/></ICOMS>'],
    ['an error under the macro', '<ICOMS><MAC00183><ERROR _RC="-1" _MSGTEXT="GONE"/></MAC00183></ICOMS>'],
    ['the second of two errors', '<ICOMS><ERROR _RC="0"/><ERROR _RC="-1" _MSGTEXT="GONE"/></ICOMS>'],
    [
      'an error beside an inline that failed',
      `<ICOMS><ERROR _RC="-1" _MSGTEXT="GONE"/>${inline('INLNRTRNCODE="5"').slice(7)}`,
    ],
  ])('is that of %s', (_what, body) => {
    expect(outcomeIn(body)).toEqual({ code: -1, text: 'GONE' });
  });

  it.each([
    ['its declaration', '<?xml version="1.0" encoding="ISO-8859-1"?>', 'text/xml'],
    ['its content type', '', 'text/xml; charset="iso-8859-1"'],
  ])('is read in the encoding of %s', (_what, declaration, type) => {
    const body = Buffer.from(`${declaration}${inline('INLNRTRNCODE="5" INLNMESGTEXT="£5 DÛ"')}`, 'latin1');
    expect(outcomeIn(body, { type })).toEqual({ code: 5, text: '£5 DÛ' });
  });
});

it.each<[string, string | Buffer, number?]>([
  ['nothing', ''],
  ['blanks', ' \n'],
  ['a web page', '<!DOCTYPE html><html><body>Please log in</body></html>'],
  ['a page in XML', '<html><body>Please log in</body></html>'],
  ['another root', success.replaceAll('ICOMS', 'icoms')],
  ['another namespace', success.replace('<ICOMS', '<ICOMS xmlns="urn:other"')],
  ['a prefix', success.replaceAll('ICOMS', 'o:ICOMS').replace('<o:ICOMS', '<o:ICOMS xmlns:o="urn:other"')],
  ['an inline in another namespace', success.replace('<INL01374', '<INL01374 xmlns="urn:other"')],
  ['a DOCTYPE', `<!DOCTYPE ICOMS [<!ENTITY z "0">]>${inline('INLNRTRNCODE="&z;"')}`],
  ['XML without an end', success.slice(0, -8)],
  ['two documents', success.repeat(2)],
  ['bytes that are not of its encoding', Buffer.from(inline('INLNRTRNCODE="0" INLNMESGTEXT="£"'), 'latin1')],
  ['an inline outside the macro', '<ICOMS><INL01374 INLNRTRNCODE="0"/></ICOMS>'],
  ['another inline', '<ICOMS><MAC00183><INL01375 INLNRTRNCODE="0"/></MAC00183></ICOMS>'],
  ['no return code', inline('INLNMESGTEXT="FINE"')],
  ['an empty return code', inline('INLNRTRNCODE=""')],
  ['a word as a return code', inline('INLNRTRNCODE="OK"')],
  ['a hexadecimal return code', inline('INLNRTRNCODE="0x0"')],
  ['a return code with a fraction', inline('INLNRTRNCODE="0.0"')],
  ['an error without a return code', '<ICOMS><ERROR _RC="" _MSGTEXT="FINE"/></ICOMS>'],
  ['an error of return code 0 alone', '<ICOMS><ERROR _RC="0"/></ICOMS>'],
  ['an error and success', `<ICOMS><ERROR _RC="-1"/>${success.slice(7)}`],
  ['success with status 201', success, 201],
  ['success with status 302', success, 302],
  ['success with status 500', success, 500],
])('an answer of %s states no outcome', (_what, body, status = 200) => {
  expect(() => outcomeIn(body, { status })).toThrow(UnreadableAnswer);
});

it('tells where an answer cannot be read, and nothing of what is in it', () => {
  expect(() => outcomeIn('<ICOMS SESAME="open"><MAC00183></ICOMS>')).toThrow(
    /^The answer of ICOMS, 39 bytes, cannot be read: [^"]* line 1 column \d+$/,
  );
});
