import type { SoapVersion } from '@trunkline/operations';
import type { Expected, Faulted } from './attack';
import type { Reply } from './exchange';

/** Holds one answer against what is expected of it, and against what no answer may show. */
export function expectReply(reply: Reply, expected: Expected): void {
  expect(reply.body).not.toMatch(inside);
  if ('refused' in expected) expect(reply).toMatchObject({ status: expected.refused, body: '' });
  else if ('answered' in expected) expectAnswer(reply, expected.answered);
  else expectFault(reply, expected);
}

/** Traces, files, pages: what would show how we are made. */
export const inside =
  /\n\s+at |node_modules|\.(ts|js):\d|<html|[A-Z]\w*Error\b|\/(work|home|usr|src|libs|dist)\//;

const types: Record<SoapVersion, string> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

function expectAnswer({ status, headers, body }: Reply, version: SoapVersion): void {
  expect({ status, type: headers['content-type'], fault: faultIn(body) }).toEqual({
    status: 200,
    type: types[version],
    fault: undefined,
  });
}

function expectFault(
  { status, headers, body }: Reply,
  { fault, version = '1.1', status: own, says = '' }: Faulted,
): void {
  const byVersion = version === '1.2' && fault === 'Client' ? 400 : 500;
  expect({ status, type: headers['content-type'], fault: faultIn(body) }).toEqual({
    status: own ?? byVersion,
    type: types[version],
    fault,
  });
  expect(body).toContain(says);
  // However large the attack, what it is told of it is not.
  expect(body.length).toBeLessThan(2_000);
}

/** The code of a fault in the words of SOAP 1.1. */
function faultIn(body: string): string | undefined {
  const code = /<faultcode>env:(\w+)<|<env:Value>env:(\w+)</.exec(body);
  const name = code?.[1] ?? code?.[2];
  return name === 'Sender' ? 'Client' : name;
}
