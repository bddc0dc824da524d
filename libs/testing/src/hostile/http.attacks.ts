import type { Attack, Expected, Target } from './attack';
import { envelope, request } from './request';

const accepted = { answered: '1.1' } as const;

/** Requests that HTTP would let pass, or should not. */
export function httpAttacks(target: Target): Attack[] {
  return [...typeAttacks(target), ...addressAttacks(target), ...framingAttacks(target)];
}

function typeAttacks(target: Target): Attack[] {
  const unsupported = { fault: 'Client', status: 415 } as const;
  const attack = (name: string, type: string | undefined, expected: Expected = unsupported): Attack => {
    return { name, bytes: () => request(target, { headers: { 'Content-Type': type } }), expected };
  };
  return [
    attack('has no Content-Type', undefined),
    attack('is of application/json', 'application/json'),
    attack('is of text/plain', 'text/plain'),
    attack('is a form', 'application/x-www-form-urlencoded'),
    attack('has attachments', 'multipart/related; boundary=x; type="text/xml"'),
    attack('has a Content-Type that is none', ';;;=,'),
    attack('has a Content-Type in capitals, with blanks', ' TEXT/XML ;  Charset = "UTF-8" ', accepted),
  ];
}

function addressAttacks(target: Target): Attack[] {
  const attack = (name: string, method: string, path: string, expected: Expected): Attack => {
    return { name, bytes: () => request(target, { method, path }), expected };
  };
  const notAllowed = { fault: 'Client', status: 405 } as const;
  const [operation] = target.contract.operations;
  return [
    attack('is sent by GET', 'GET', '', notAllowed),
    attack('is sent by PUT', 'PUT', '', notAllowed),
    attack('is sent by DELETE', 'DELETE', '', notAllowed),
    attack('is sent by PATCH', 'PATCH', '', notAllowed),
    attack('is sent to the WSDL', 'POST', '?wsdl', accepted),
    attack('is sent past the endpoint', 'POST', `/${operation!.name}`, { fault: 'Client', status: 404 }),
    attack('asks for a schema that is a file', 'GET', '?xsd=../../../etc/passwd', {
      fault: 'Client',
      status: 404,
    }),
    attack('asks for a schema that is many', 'GET', '?xsd=a&xsd=b', { fault: 'Client', status: 404 }),
  ];
}

function framingAttacks(target: Target): Attack[] {
  const body = Buffer.from(envelope(target));
  const chunk = (content: Buffer) =>
    Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n')]);
  const chunked = (...chunks: Buffer[]) =>
    request(target, {
      headers: { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' },
      body: Buffer.concat([...chunks.map(chunk), Buffer.from('0\r\n\r\n')]),
    });
  const again = request(target, { headers: { Connection: 'keep-alive' } });
  const many = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`X-Header-${at}`, 'x']));
  return [
    {
      name: 'comes in chunks',
      bytes: () => chunked(body.subarray(0, 7), body.subarray(7)),
      expected: accepted,
    },
    {
      name: 'comes in chunks without an end of the limit',
      bytes: () => chunked(...Array.from({ length: 40 }, () => Buffer.alloc(target.bodyLimit / 20, ' '))),
      expected: { fault: 'Client', status: 413 },
    },
    {
      name: 'comes in chunks of no size',
      bytes: () =>
        request(target, { headers: { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' } }),
      expected: { refused: 400 },
    },
    {
      name: 'says two lengths',
      bytes: () => request(target, { headers: { 'Transfer-Encoding': 'chunked' } }),
      expected: { refused: 400 },
    },
    {
      name: 'is longer than it says',
      bytes: () => request(target, { headers: { 'Content-Length': String(body.length - 10) } }),
      expected: { refused: 400 },
    },
    {
      name: 'says a length that is none',
      bytes: () => request(target, { headers: { 'Content-Length': '-1' } }),
      expected: { refused: 400 },
    },
    {
      name: 'comes three times in a row',
      bytes: () => Buffer.concat([again, again, request(target, {})]),
      expected: { ...accepted, times: 3 },
    },
    { name: 'has 150 headers', bytes: () => request(target, { headers: many }), expected: accepted },
    {
      name: 'has a header of 64 KiB',
      bytes: () => request(target, { headers: { 'X-Large': 'x'.repeat(65_536) } }),
      expected: { refused: 431 },
    },
    {
      name: 'has no host',
      bytes: () => request(target, { headers: { Host: undefined } }),
      expected: { refused: 400 },
    },
    {
      name: 'is no HTTP',
      bytes: () => Buffer.from('\u0016\u0003\u0001 hello\r\n\r\n'),
      expected: { refused: 400 },
    },
  ];
}
