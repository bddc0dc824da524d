import { readable } from './readable.ts';

it('puts each element of XML on a line of its own', () => {
  const xml =
    '<?xml version="1.0"?><a:Envelope xmlns:a="urn:a"><b/><c d="1"><e>text</e><f x="/">text</f></c></a:Envelope>\n';
  expect(readable(xml, 'text/xml; charset=utf-8')).toBe(`<?xml version="1.0"?>
<a:Envelope xmlns:a="urn:a">
  <b/>
  <c d="1">
    <e>text</e>
    <f x="/">text</f>
  </c>
</a:Envelope>`);
});

it('leaves XML as it is that is indented already', () => {
  const xml = '<a>\n  <b>\n    <c>text</c>\n  </b>\n</a>';
  expect(readable(xml, 'application/xml')).toBe(xml);
});

it('indents JSON', () => {
  expect(readable('{"a":[1]}', 'application/json')).toBe('{\n  "a": [\n    1\n  ]\n}');
});

it.each([
  ['', 'application/json', '(no body)'],
  ['plain', 'text/plain', 'plain'],
  ['not { json', 'application/json', 'not { json'],
])('shows %j of %s as %j', (body, type, shown) => {
  expect(readable(body, type)).toBe(shown);
});
