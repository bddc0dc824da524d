import { chooseType } from './accept';

const [json, xml] = ['application/json', 'application/xml'];

describe('the media type of an answer', () => {
  it.each([
    [undefined, json],
    ['', json],
    ['*/*', json],
    ['application/*', json],
    ['application/xml', xml],
    ['Application/XML; charset=utf-8', xml],
    ['text/html, application/xml;q=0.9, */*;q=0.8', xml],
    ['application/json;q=0.5, application/xml', xml],
    ['application/xml, application/json', xml],
    ['application/json;q=0, */*', xml],
    ['application/xml;q=0, application/*;q=0.1', json],
    ['application/json;q=0.1, */*', xml],
    ['application/json;q=0.4, application/*;q=0.5, */*;q=0.9', xml],
    ['*/*, application/xml', xml],
    ['application/json;q=0.1, application/xml;q=0.1, */*', json],
  ])('Accept %j: %s', (accept, type) => {
    expect(chooseType(accept, [json, xml])).toBe(type);
  });

  it.each(['text/html', 'application/json;q=0', 'text/xml', 'nonsense'])('refuses %j', (accept) => {
    expect(() => chooseType(accept, [json, xml])).toThrow('Accept application/json or application/xml');
  });
});
