import type { SoapVersion } from '@trunkline/operations';
import type { Attack, Expected, Target } from './attack';
import { envelope, envelopes, request } from './request';

const malformed = { fault: 'Client' } as const;
const accepted = { answered: '1.1' } as const;

/** Envelopes that are none, or that are meant for somebody else. */
export function envelopeAttacks(target: Target): Attack[] {
  return [
    ...partAttacks(target),
    ...headerAttacks(target, '1.1'),
    ...headerAttacks(target, '1.2'),
    ...actionAttacks(target),
    ...versionAttacks(target),
  ];
}

function partAttacks(target: Target): Attack[] {
  const attack = (name: string, content: string, expected: Expected = malformed): Attack => {
    return { name, bytes: () => request(target, { body: envelope(target, { content }) }), expected };
  };
  const [header, body] = [`<e:Header>${target.header}</e:Header>`, `<e:Body>${target.body}</e:Body>`];
  return [
    attack('has no header', body, accepted),
    attack('has an empty header', `<e:Header/>${body}`, accepted),
    attack('has blanks between its parts', `\n ${header}\n ${body}\n`, accepted),
    attack('has two headers', header + header + body),
    attack('has two bodies', header + body + body),
    attack('has its body before its header', body + header),
    attack('has no body', header),
    attack('has an empty body', `${header}<e:Body/>`),
    attack('has two messages in its body', `${header}<e:Body>${target.body}${target.body}</e:Body>`),
    attack('has text in its body', `${header}<e:Body>text${target.body}</e:Body>`),
    attack('has text between header and body', `${header}text${body}`),
    attack('has a third part', `${header}${body}<e:Tail/>`),
    attack('has a part of another namespace', `${header}<x/>${body}`),
    attack('asks for an operation that is none', '<e:Body><x xmlns="urn:x"/></e:Body>'),
    attack(
      'asks for an operation of another namespace',
      body.replace(`"${target.contract.schema.namespace}"`, '"urn:x"'),
    ),
    attack(
      'asks for an operation with a name of 500,000 letters',
      `<e:Body><${'x'.repeat(500_000)}/></e:Body>`,
    ),
    attack(
      'has an unknown element with a name of 500,000 letters in its message',
      `<e:Body>${target.body.replace(/<[^<]*$/, (end) => `<${'x'.repeat(500_000)}/>${end}`)}</e:Body>`,
    ),
    attack(
      'sends a fault',
      `<e:Body><e:Fault><faultcode>e:Server</faultcode><faultstring/></e:Fault></e:Body>`,
    ),
  ];
}

function headerAttacks(target: Target, version: SoapVersion): Attack[] {
  const type = version === '1.1' ? 'text/xml' : 'application/soap+xml';
  const attack = (name: string, attributes: string, understood: boolean): Attack => {
    const body = envelope(target, { version, blocks: `<x:x xmlns:x="urn:x" ${attributes}/>` });
    return {
      name: `${name} (SOAP ${version})`,
      bytes: () => request(target, { headers: { 'Content-Type': type }, body }),
      expected: understood ? { answered: version } : { fault: 'MustUnderstand', version },
    };
  };
  const [role, next, other] =
    version === '1.1'
      ? ['actor', 'http://schemas.xmlsoap.org/soap/actor/next', 'urn:somebody']
      : ['role', `${envelopes['1.2']}/role/next`, `${envelopes['1.2']}/role/none`];
  return [
    attack('has a header that nobody knows', '', true),
    attack('has a header that need not be understood', 'e:mustUnderstand="0"', true),
    attack('has a header that must be understood', 'e:mustUnderstand="1"', false),
    attack('has a header that must be understood, in a word', 'e:mustUnderstand="true"', false),
    attack('has a header that the next must understand', `e:mustUnderstand="1" e:${role}="${next}"`, false),
    attack(
      'has a header that somebody else must understand',
      `e:mustUnderstand="1" e:${role}="${other}"`,
      true,
    ),
    attack('has a header with a mustUnderstand of its own', 'mustUnderstand="1"', true),
  ];
}

function actionAttacks(target: Target): Attack[] {
  const spoofed = { ...malformed, says: 'SOAPAction' };
  const attack = (name: string, action: string | undefined, expected: Expected = accepted): Attack => {
    return { name, bytes: () => request(target, { headers: { SOAPAction: action } }), expected };
  };
  const in12 = (name: string, action: string, expected: Expected): Attack => {
    const headers = { 'Content-Type': `application/soap+xml; charset=utf-8; action="${action}"` };
    return {
      name,
      bytes: () => request(target, { headers, body: envelope(target, { version: '1.2' }) }),
      expected,
    };
  };
  return [
    attack('has no SOAPAction', undefined),
    attack('has an empty SOAPAction', '""'),
    attack('has a SOAPAction without anything', ''),
    ...target.actions.map((action) => attack(`has the SOAPAction ${action}`, `"${action}"`)),
    ...target.actions.map((action) => attack(`has the SOAPAction ${action}, without quotes`, action)),
    attack('has the SOAPAction of another operation', '"DeleteEverything"', spoofed),
    attack('has the SOAPAction of another namespace', `"urn:x/${target.actions[0]}"`, spoofed),
    in12('has the action of another operation (SOAP 1.2)', 'DeleteEverything', {
      ...spoofed,
      version: '1.2',
    }),
    in12('has an action of its own (SOAP 1.2)', target.actions[0]!, { answered: '1.2' }),
  ];
}

function versionAttacks(target: Target): Attack[] {
  const attack = (name: string, type: string, body: string, expected: Expected): Attack => {
    return { name, bytes: () => request(target, { headers: { 'Content-Type': type }, body }), expected };
  };
  const other = envelope(target).replace(envelopes['1.1'], 'http://www.w3.org/2001/12/soap-envelope');
  return [
    attack('is of SOAP 1.2', 'application/soap+xml', envelope(target, { version: '1.2' }), {
      answered: '1.2',
    }),
    attack('is of SOAP 1.2 in text/xml', 'text/xml', envelope(target, { version: '1.2' }), {
      answered: '1.2',
    }),
    attack('is of SOAP 1.1 in application/soap+xml', 'application/soap+xml', envelope(target), accepted),
    attack('is of application/xml', 'application/xml', envelope(target), accepted),
    attack('is of a SOAP that is neither', 'text/xml', other, { fault: 'VersionMismatch' }),
    attack('is of no SOAP', 'text/xml', target.body, { fault: 'Client' }),
    attack('is malformed in SOAP 1.2', 'application/soap+xml', '<x', { fault: 'Client', version: '1.2' }),
  ];
}
