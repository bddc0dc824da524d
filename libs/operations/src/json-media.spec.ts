import { jsonText } from './json-media';

const json = '{"name":"Jürgen"}';

describe('the text of a body that has to be JSON', () => {
  it.each<[string, BufferEncoding, string]>([
    ['application/json', 'utf8', json],
    ['application/json;charset="utf-8"', 'utf8', json],
    ['application/json; v=1; charset=utf8', 'utf8', json],
    ['Application/JSON ; Charset = "UTF-8"', 'utf8', `\ufeff${json}`],
    ['application/json;charset=iso-8859-1', 'latin1', json],
    ['application/json; charset=utf-16', 'utf16le', `\ufeff${json}`],
  ])('is read of %s, in %s', (type, encoding, text) => {
    expect(jsonText(Buffer.from(text, encoding), type)).toBe(json);
  });

  it.each<[string | undefined, BufferEncoding, string]>([
    [undefined, 'utf8', 'UnsupportedMediaType'],
    ['', 'utf8', 'UnsupportedMediaType'],
    ['application/xml', 'utf8', 'UnsupportedMediaType'],
    ['text/json', 'utf8', 'UnsupportedMediaType'],
    ['application/jsonp', 'utf8', 'UnsupportedMediaType'],
    ['application/json;charset=windows-1252', 'latin1', 'UnsupportedEncoding'],
    ['application/json', 'latin1', 'Malformed'],
    ['application/json;charset=utf-16', 'utf8', 'Malformed'],
    ['application/json;charset=us-ascii', 'utf8', 'Malformed'],
  ])('is not read of %s, in %s: %s', (type, encoding, kind) => {
    expect(() => jsonText(Buffer.from(json, encoding), type)).toThrow(expect.objectContaining({ kind }));
  });
});
