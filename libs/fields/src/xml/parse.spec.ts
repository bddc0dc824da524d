import { parseXml } from './parse';

function events(xml: string, limits?: Parameters<typeof parseXml>[2]): string[] {
  const told: string[] = [];
  parseXml(
    xml,
    {
      open: ({ uri, local }) => told.push(`{${uri}}${local}`),
      text: (text) => told.push(text),
      close: () => told.push('/'),
    },
    limits,
  );
  return told;
}

describe('a document', () => {
  it('is told in its order, names resolved', () => {
    expect(events('<?xml version="1.0"?><a xmlns="u"><b:c xmlns:b="v">x&lt;<![CDATA[y]]></b:c></a>')).toEqual(
      ['{u}a', '{v}c', 'x<', 'y', '/', '/'],
    );
  });

  it.each([
    ['<!DOCTYPE a><a/>', 'A DOCTYPE is not allowed', 1],
    ['<a>\n<b></a>', 'unexpected close tag', 2],
    ['<a>&x;</a>', 'undefined entity', 1],
    ['<a xmlns:p=" u"/>', 'A namespace has blanks around its name', 1],
    ['<p:-a xmlns:p="u"/>', '"-a" is not a name', 1],
    ['<?xml version="1.1"?><a/>', 'The document is not of XML 1.0', 1],
    ['', 'document must contain a root element', 1],
  ])('is refused with its line: %j', (xml, message, line) => {
    const refused = expect(() => events(xml));
    refused.toThrow(message);
    refused.toThrow(
      expect.objectContaining({ kind: 'Malformed', line, column: expect.any(Number) as number }),
    );
  });

  it.each([
    ['<a><b><c/></b></a>', 'The document is nested deeper than 2 elements'],
    ['<a><b/><b/><b/></a>', 'The document has more than 3 elements'],
    ['<a b="" xmlns:c="d"/>', 'An element has more than 1 attributes'],
  ])('is refused beyond a limit: %j', (xml, message) => {
    expect(() => events(xml, { depth: 2, elements: 3, attributes: 1 })).toThrow(message);
  });

  it('counts the attributes of each element for itself', () => {
    expect(events('<a b=""><c d=""/></a>', { depth: 2, elements: 2, attributes: 1 })).toHaveLength(4);
  });

  it('is refused in few words, whatever it says', () => {
    expect(() => events(`<${'a'.repeat(5000)}:b/>`)).toThrow(/^.{10,101}$/);
  });
});
