import fc from 'fast-check';

/**
 * Documents by the grammar of XML, whatever their vocabulary: every way to write declarations, tags, attributes, text, references,
 * comments and instructions. About half of them have a slip of the pen, which most do not survive.
 */
export function syntax(): fc.Arbitrary<string> {
  return fc
    .tuple(declaration, misc, element, misc, fc.array(slips, { maxLength: 2 }))
    .map(([declared, before, root, after, slipped]) => {
      const text = declared + before + root + after;
      // Bytes cannot hold half a surrogate pair.
      return slipped.reduce((document, slip) => slip(document), text).toWellFormed();
    });
}

const some = (...texts: string[]) => fc.constantFrom(...texts);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));
const repeated = (part: fc.Arbitrary<string>, maxLength = 3) =>
  fc.array(part, { maxLength }).map((texts) => texts.join(''));

const blanks = some(' ', '  ', '\n', '\t', '\r\n', '\r');
const maybeBlanks = some('', '', '', ' ', '\n');
const equals = joined(maybeBlanks, some('='), maybeBlanks);

const declaration = fc.oneof(
  fc.constant(''),
  joined(
    some('<?xml'),
    blanks,
    joined(some('version'), equals, some('"1.0"', "'1.0'")),
    fc.oneof(fc.constant(''), joined(blanks, some('encoding'), equals, some('"UTF-8"', "'utf-8'"))),
    fc.oneof(fc.constant(''), joined(blanks, some('standalone'), equals, some('"yes"', "'no'"))),
    maybeBlanks,
    some('?>'),
  ),
);

const names = some('a', 'b', 'B', '_', 'é', 'ü-1', 'a.b', 'x\u00b7', '名', '\u{10400}', 'xmlish');
const prefixes = some('', '', '', 'p:', 'q:', 'xml:');
const qualified = joined(prefixes, names);
const targets = some('a', 'php', 'xml-stylesheet', 'XMLish', 'é');

const words = some(
  '',
  'x',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  'é',
  '😀',
  '\u0085',
  '\u2028',
  ']',
  ']]',
  '>',
  '"',
  "'",
  '=',
  '/>',
);
const references = some(
  '&lt;',
  '&gt;',
  '&amp;',
  '&quot;',
  '&apos;',
  '&#65;',
  '&#x42;',
  '&#10;',
  '&#13;',
  '&#x1F600;',
  '&#0065;',
);

const comment = joined(
  some('<!--'),
  repeated(some(' ', 'x', '<', '&', '-x', '>', '?>', '\r\n')),
  some(' -->', '-->'),
);
const instruction = joined(
  some('<?'),
  targets,
  fc.oneof(fc.constant(''), joined(blanks, repeated(some('x', '<', '&', '?x', '--', '>')))),
  some('?>'),
);
const cdata = joined(
  some('<![CDATA['),
  repeated(some('x', '<', '&', ']', ' ', '\r\n', '\r', '>')),
  some('x', ''),
  some(']]>'),
);
const misc = repeated(fc.oneof(comment, instruction, blanks), 2);

const quoted = fc.oneof(
  joined(
    some('"'),
    repeated(fc.oneof(some('x', ' ', '\n', '\r\n', '\t', "'", '>', 'é', '/', '='), references)),
    some('"'),
  ),
  joined(some("'"), repeated(fc.oneof(some('x', ' ', '\r', '"', '>', '&#x9;'), references)), some("'")),
);
const bindings = some('xmlns="urn:x"', "xmlns=''", 'xmlns:p="urn:x"', 'xmlns:q="urn:y"');
const attribute = fc.oneof(
  { weight: 3, arbitrary: joined(qualified, equals, quoted) },
  { weight: 1, arbitrary: bindings },
);
const attributes = repeated(joined(blanks, attribute), 2);

const { element: inner } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(qualified, attributes, maybeBlanks, fc.oneof(fc.constant(undefined), tie('content')))
    .map(([name, written, blank, content]) =>
      content === undefined
        ? `<${name}${written}${blank}/>`
        : `<${name}${written}${blank}>${content}</${name}${blank}>`,
    ),
  content: repeated(
    fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      words,
      references,
      comment,
      instruction,
      cdata,
      tie('element'),
    ),
    4,
  ),
}));

/** A root element that binds the prefixes in use. */
const element = fc.tuple(attributes, inner, words).map(([written, content, text]) => {
  const root = `<root xmlns:p="urn:p" xmlns:q="urn:q"${written}>`;
  return `${root}${text.replace(/>/g, '')}${content}</root>`;
});

/** What is put in, or in place of something, where it does not belong; between blanks, and such as have some. */
const strangers = some(
  ...`< > & " ' / ! ? = : # ; - -- ]]> \0 \u0001 \ufffe \ufeff \u0300 -1 .a a: :a a:b:c <a> </a> <a/> <p:a/> <r:a/> <xmlns:a/>
    &#0; &#xD800; &#x110000; &#xFFFE; &#99999999999999999999; &#x; &#; &#X41; &nbsp; &a <!- <! <? <?xml?> <?a:b?> <![CDATA[
    <![cdata[x]]> <![CDATA[x]]>`.split(/ |\n +/),
  ...[
    ' ',
    '\n',
    '& ',
    ' a="1"',
    ' a="2"',
    ' p:a=""',
    ' q:a=""',
    ' xmlns:q="urn:p"',
    ' xmlns:r=""',
    '<?XML x?>',
  ],
  ...[
    ' xmlns:xmlns="u"',
    ' xmlns:xml="u"',
    '<?xml version="1.0"?>',
    ' xmlns="http://www.w3.org/2000/xmlns/"',
  ],
  ' xmlns:p="http://www.w3.org/XML/1998/namespace"',
);

const slips: fc.Arbitrary<(text: string) => string> = fc.oneof(
  { weight: 1, arbitrary: fc.constant((text: string) => text) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(), fc.nat(3), fc.oneof(strangers, fc.constant('')))
      .map(([where, removed, stranger]) => (text: string) => {
        const at = where % (text.length + 1);
        return text.slice(0, at) + stranger + text.slice(at + removed);
      }),
  },
);
