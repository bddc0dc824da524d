import { mediaTypeOf, parameterOf } from './media-type';

describe('a Content-Type', () => {
  it.each([
    [' TEXT/XML ;  Charset = "UTF-8" ', 'text/xml', 'UTF-8', undefined],
    ['text/xml;charset=utf-8', 'text/xml', 'utf-8', undefined],
    ['text/xml; charset= utf-8 ; action=x', 'text/xml', 'utf-8', 'x'],
    [
      'application/soap+xml; action="urn:a;charset=b"; charset=c',
      'application/soap+xml',
      'c',
      'urn:a;charset=b',
    ],
    ['application/soap+xml; charset=utf-8; action="urn:x=1"', 'application/soap+xml', 'utf-8', 'urn:x=1'],
    ['application/soap+xml; action=""', 'application/soap+xml', undefined, ''],
    ['text/xml; charset="utf-8', 'text/xml', '"utf-8', undefined],
    ['text/xml; charset', 'text/xml', undefined, undefined],
    ['text/xml; mycharset=utf-8', 'text/xml', undefined, undefined],
    [';;=;', '', undefined, undefined],
    [undefined, '', undefined, undefined],
  ])('%j is taken apart', (text, type, charset, action) => {
    expect([mediaTypeOf(text), parameterOf(text, 'charset'), parameterOf(text, 'action')]).toEqual([
      type,
      charset,
      action,
    ]);
  });
});
