import { parseXml, XmlParser } from './parse';

const tests = { depth: 64, elements: 1000, attributes: 100 };

/** What a document tells, text put together. */
function told(xml: string, limits = tests): string[] {
  const { events, handler } = listening();
  parseXml(xml, handler, limits);
  return events;
}

function listening() {
  const events: string[] = [];
  const handler = {
    open: ({ uri, local, attributes }: Parameters<Parameters<typeof parseXml>[1]['open']>[0]) =>
      events.push(
        [`{${uri}}${local}`, ...attributes.map((one) => `{${one.uri}}${one.local}=${one.value}`)].join(' '),
      ),
    text: (text: string) => events.push(`${events.at(-1)?.startsWith('=') ? events.pop() : '='}${text}`),
    close: () => events.push('/'),
  };
  return { events, handler };
}

describe('a document', () => {
  it('is told in its order, names resolved', () => {
    const xml = '<?xml version="1.0"?><a xmlns="u"><b:c xmlns:b="v" d="1" b:d="2">x</b:c><e xmlns=""/></a>';
    expect(told(xml)).toEqual(['{u}a', '{v}c {}d=1 {v}d=2', '=x', '/', '{}e', '/', '/']);
  });

  it.each([
    ['references to entities and characters', '&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;', '<>&"\'A\u{1f600}'],
    ['CDATA sections', 'a<![CDATA[<&]]]]><![CDATA[>]]>b', 'a<&]]>b'],
    ['comments and instructions left out', 'a<!-- - b --><?c d?>e', 'ae'],
    ['each line end as a line feed', 'a\r\nb\rc\n\r<![CDATA[\r\n]]>', 'a\nb\nc\n\n\n'],
    ['a carriage return that is referred to', '&#13;\n', '\r\n'],
    ['brackets that close nothing', ']]&gt; ]', ']]> ]'],
    ['any letter', 'é\u0085\u2028\u{10ffff}', 'é\u0085\u2028\u{10ffff}'],
  ])('has text with %s', (_, written, meant) => {
    expect(told(`<a>${written}</a>`)).toEqual(['{}a', `=${meant}`, '/']);
  });

  it.each([
    ['white space as blanks', '"a\tb\nc\r\nd"', 'a b c d'],
    ['white space that is referred to as it is', '"&#9;&#10;&#13;"', '\t\n\r'],
    ['the other quotes', `'"'`, '"'],
    ['what would close a tag', '"/>]]>"', '/>]]>'],
  ])('has attributes with %s', (_, written, meant) => {
    expect(told(`<a b = ${written} />`)).toEqual([`{}a {}b=${meant}`, '/']);
  });

  it('tells prefixes as they are bound where they stand', () => {
    const xml = '<p:a xmlns:p="1"><p:a xmlns:p="2"><p:a/></p:a><p:a xml:lang="en"/></p:a>';
    const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
    expect(told(xml).filter((event) => event !== '/')).toEqual([
      '{1}a',
      '{2}a',
      '{2}a',
      `{1}a {${xmlNamespace}}lang=en`,
    ]);
  });

  it('is the same in pieces, however small', () => {
    const xml = '<?xml version="1.0"?>\n<a b="&lt;">x\u{1f600}<!-- c --><d/>\r\n<![CDATA[e]]></a>\n';
    for (let piece = 1; piece <= xml.length; piece++) {
      const { events, handler } = listening();
      const parser = new XmlParser(xml, handler, tests);
      while (!parser.parse(piece));
      expect(events).toEqual(told(xml));
    }
  });
});

describe('a document is refused', () => {
  it.each([
    ['', 'has no root element'],
    [' <?xml version="1.0"?><a/>', 'at the beginning or nowhere'],
    ['<?xml version="1.1"?><a/>', 'of XML 1.0'],
    ['<?xml encoding="UTF-8"?><a/>', 'of XML 1.0'],
    ['<!DOCTYPE a><a/>', 'A DOCTYPE is not allowed'],
    ['<a/><b/>', 'a second root element'],
    ['<a/>b', 'text outside of the root element'],
    ['<![CDATA[]]><a/>', 'Neither a tag nor a comment'],
    ['<a>b', 'The element a is not closed'],
    ['<a><b></a>', 'does not close the element b'],
    ['<a></ab>', '">" must stand here'],
    ['</a>', 'closes what is not open'],
    ['<a', 'A blank or the end of the tag'],
    ['<a /b>', '">" must stand here'],
    ['<a b="c"d="e"/>', 'A blank or the end of the tag'],
    ['<a b=c/>', 'in quotes'],
    ['<a b/>', '"=" must stand here'],
    ['<a b="c/>', 'is missing'],
    ['<a b="<"/>', '"<" may not stand in the value'],
    ['<a b="" b=""/>', 'an attribute twice'],
    ['<a xmlns:p="u" xmlns:q="u" p:b="" q:b=""/>', 'an attribute twice'],
    ['<1/>', 'A name must stand here'],
    ['<-a/>', 'A name must stand here'],
    ['<p:1 xmlns:p="u"/>', 'A name must stand here'],
    ['<p:/>', 'A name must stand here'],
    ['<a:b:c xmlns:a="u"/>', 'A blank or the end of the tag'],
    ['<p:a/>', 'Nobody declared the prefix p'],
    ['<a p:b=""/>', 'Nobody declared the prefix p'],
    ['<a><b xmlns:p="u"/><p:c/></a>', 'Nobody declared the prefix p'],
    ['<xmlns:a/>', 'Nobody declared the prefix xmlns'],
    ['<a xmlns:p=""/>', 'may not be declared like this'],
    ['<a xmlns:xml="u"/>', 'may not be declared like this'],
    ['<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>', 'may not be declared like this'],
    ['<a xmlns:xmlns="u"/>', 'may not be declared like this'],
    ['<a xmlns="http://www.w3.org/2000/xmlns/"/>', 'may not be declared like this'],
    ['<a>]]></a>', '"]]>" may not stand in text'],
    ['<a>&b;</a>', 'A reference means nothing'],
    ['<a>&</a>', 'A reference means nothing'],
    ['<a>&#0;</a>', 'A reference means nothing'],
    ['<a>&#xD800;</a>', 'A reference means nothing'],
    ['<a>&#x110000;</a>', 'A reference means nothing'],
    ['<a b="&c;"/>', 'A reference means nothing'],
    ['<a>\u0000</a>', 'a character that XML cannot hold'],
    ['<a>\ufffe</a>', 'a character that XML cannot hold'],
    ['<a>\ud800</a>', 'a character that XML cannot hold'],
    ['<a b="\u0001"/>', 'a character that XML cannot hold'],
    ['<a><!-- \u0001 --></a>', 'a character that XML cannot hold'],
    ['<a><!-- b -- c --></a>', '">" must stand here'],
    ['<a><!-- b ---></a>', '">" must stand here'],
    ['<a><?b c</a>', '"?>" is missing'],
    ['<a><?b:c?></a>', 'A blank must stand here'],
    ['<a><![CDATA[b</a>', '"]]>" is missing'],
  ])('%j', (xml, message) => {
    expect(() => told(xml)).toThrow(message);
  });

  it.each([
    ['<a>\n  <b></a>', 2, 8],
    ['<a>\r\n\r&b;</a>', 3, 1],
    ['<a\n b="" b=""/>', 2, 11],
  ])('with its line and column: %j', (xml, line, column) => {
    expect(() => told(xml)).toThrow(expect.objectContaining({ kind: 'Malformed', line, column }));
  });

  it.each([
    ['<a><b><c/></b></a>', 'The document is nested deeper than 2 elements'],
    ['<a><b/><b/><b/></a>', 'The document has more than 3 elements'],
    ['<a b="" xmlns:c="d"/>', 'An element has more than 1 attributes'],
  ])('beyond a limit: %j', (xml, message) => {
    expect(() => told(xml, { depth: 2, elements: 3, attributes: 1 })).toThrow(message);
  });

  it('not for the attributes of other elements', () => {
    expect(told('<a b=""><c d=""/></a>', { depth: 2, elements: 2, attributes: 1 })).toHaveLength(4);
  });

  it('in few words, whatever it says', () => {
    expect(() => told(`<${'a'.repeat(5000)}:b/>`)).toThrow(/^.{10,130}$/);
  });
});
