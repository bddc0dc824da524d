import type { Attack, Target } from './attack';
import { envelope, request } from './request';

/** Documents that are to make a parser fetch, grow, or fall over. */
export function documentAttacks(target: Target): Attack[] {
  return [...entityAttacks(target), ...sizeAttacks(target), ...formAttacks(target)];
}

const doctype = { fault: 'Client', says: 'DOCTYPE' } as const;
const malformed = { fault: 'Client' } as const;
const accepted = { answered: '1.1' } as const;

function entityAttacks(target: Target): Attack[] {
  const attack = (name: string, prologue: string, blocks = ''): Attack => {
    const body = () => envelope(target, { prologue: prologue.replace('TRAP', target.trap), blocks });
    return { name, bytes: () => request(target, { body: body() }), expected: doctype };
  };
  const laughs = Array.from(
    { length: 10 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');
  return [
    attack('has a DOCTYPE', '<!DOCTYPE x>'),
    attack('has a DOCTYPE after a comment', '<!-- --><!DOCTYPE x []>'),
    attack('has a DOCTYPE that is fetched from the network', '<!DOCTYPE x SYSTEM "TRAP/x.dtd">'),
    attack('has a public DOCTYPE that is fetched', '<!DOCTYPE x PUBLIC "-//X//Y" "TRAP/x.dtd">'),
    attack(
      'has an entity from a file',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
      '<x>&f;</x>',
    ),
    attack('has an entity from the network', '<!DOCTYPE x [<!ENTITY f SYSTEM "TRAP/f">]>', '<x>&f;</x>'),
    attack('has a parameter entity', '<!DOCTYPE x [<!ENTITY % p SYSTEM "TRAP/p"> %p;]>'),
    attack('laughs a billion times', `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`, '<x>&l10;</x>'),
    attack(
      'has one large entity a thousand times',
      `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>`,
      `<x>${'&a;'.repeat(1000)}</x>`,
    ),
  ];
}

function sizeAttacks(target: Target): Attack[] {
  const attack = (name: string, blocks: string, expected: Attack['expected']): Attack => {
    return { name, bytes: () => request(target, { body: envelope(target, { blocks }) }), expected };
  };
  const nested = (depth: number) => '<x>'.repeat(depth) + '</x>'.repeat(depth);
  const attributes = (count: number) =>
    `<x ${Array.from({ length: count }, (_, at) => `a${at}=""`).join(' ')}/>`;
  const namespaces = (count: number) =>
    `<x ${Array.from({ length: count }, (_, at) => `xmlns:a${at}="a"`).join(' ')}/>`;
  const others = (envelope(target).match(/<[^/]/g) ?? []).length;
  const padding = target.bodyLimit - Buffer.byteLength(envelope(target)) - '<!---->'.length;
  return [
    // Envelope and Header are two of them.
    attack('nests elements 64 deep', nested(62), accepted),
    attack('nests elements 65 deep', nested(63), malformed),
    attack('nests elements 100,000 deep', nested(100_000), malformed),
    attack('opens elements and closes none', '<x>'.repeat(100_000), malformed),
    attack('has 10,000 elements', '<x/>'.repeat(10_000 - others), accepted),
    attack('has 10,001 elements', '<x/>'.repeat(10_001 - others), malformed),
    attack('has 100 attributes at an element', attributes(100), accepted),
    attack('has 101 attributes at an element', attributes(101), malformed),
    attack('has 100,000 attributes at an element', attributes(100_000 / 2), malformed),
    attack('has 101 namespace declarations at an element', namespaces(101), malformed),
    attack('has a name of 500,000 letters', `<${'x'.repeat(500_000)}/>`, accepted),
    attack('has an attribute of 900,000 letters', `<x a="${'x'.repeat(900_000)}"/>`, accepted),
    attack('has 100,000 character references', `<x>${'&#65;'.repeat(100_000)}</x>`, accepted),
    attack('is as large as it may be', `<!--${'x'.repeat(padding)}-->`, accepted),
    attack('is a byte larger than it may be', `<!--${'x'.repeat(padding + 1)}-->`, {
      fault: 'Client',
      status: 413,
    }),
  ];
}

function formAttacks(target: Target): Attack[] {
  const attack = (name: string, body: string, expected: Attack['expected'] = malformed): Attack => {
    return { name, bytes: () => request(target, { body }), expected };
  };
  const block = (name: string, blocks: string, expected?: Attack['expected']) =>
    attack(name, envelope(target, { blocks }), expected);
  return [
    attack('is empty', ''),
    attack('is blank', ' \n'),
    attack('is no XML', '{"a": 1}'),
    attack('ends in the middle', envelope(target).slice(0, 300)),
    attack('goes on after its end', `${envelope(target)}<x/>`),
    attack('is of XML 1.1', envelope(target, { prologue: '<?xml version="1.1"?>' })),
    attack('is of XML 2.0', envelope(target, { prologue: '<?xml version="2.0"?>' })),
    attack(
      'begins with a blank before its declaration',
      envelope(target, { prologue: ' <?xml version="1.0"?>' }),
    ),
    attack(
      'has comments and instructions',
      envelope(target, { prologue: '<!-- a --><?b c?>', blocks: '<?d?>' }),
      accepted,
    ),
    block('has an entity that nobody declared', '<x>&nbsp;</x>'),
    block('has a reference to a character that XML cannot hold', '<x>&#0;</x>'),
    block('has an attribute twice', '<x a="" a=""/>'),
    block('has an attribute twice by two prefixes', '<x xmlns:p="u" xmlns:q="u" p:a="" q:a=""/>'),
    block('has an attribute without quotes', '<x a=1/>'),
    block('has a less-than sign in an attribute', '<x a="<"/>'),
    block('has a prefix that nobody declared', '<p:x/>'),
    block('has an attribute with a prefix that nobody declared', '<x p:a=""/>'),
    block('takes a prefix back', '<x xmlns:p="u"><y xmlns:p=""/></x>'),
    block('gives xml another meaning', '<x xmlns:xml="urn:x"/>'),
    block('gives xmlns a meaning', '<x xmlns:xmlns="urn:x"/>'),
    block('has a name with two colons', '<a:b:c xmlns:a="u"/>'),
    block('has the end of a CDATA section in its text', '<x>]]></x>'),
    block('has a comment with two hyphens', '<!-- a -- b -->'),
    block('closes what it did not open', '</x>'),
  ];
}
