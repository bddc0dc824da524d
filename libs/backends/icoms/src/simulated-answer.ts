import { answer, type Reaction } from '@trunkline/simulation';
import { element, readElements } from './gateway-xml';
import type { Credentials } from './gateway-request';
import { inl01374 } from './inl01374.table';

/** A request as the simulator reads it. */
export interface GatewayRequest {
  readonly credentials: Credentials;
  readonly siteId: string;
  readonly accountNumber: string;
  /** The attributes of INL01374. */
  readonly inline: Readonly<Record<string, string>>;
}

const known = new Set(inl01374.map(([attribute]) => attribute));

/** @throws Error (or Refusal) that says what is wrong with the request, as ICOMS might. */
export function readRequest(xml: string): GatewayRequest {
  const elements = readElements(xml);
  const [root, macro, inline] = elements;
  if (elements.map(({ path }) => path).join(' ') !== 'ICOMS ICOMS/MAC00183 ICOMS/MAC00183/INL01374') {
    throw new Error('ONE INL01374 IN ONE MAC00183 IN ICOMS EXPECTED');
  }
  const value = (from: typeof root, name: string): string => {
    const found = from?.attributes[name];
    if (!found) throw new Error(`${name} IS MISSING`);
    return found;
  };
  for (const name of ['EVNTSRCECODE', 'EVNTTYPECODE']) value(inline, name);
  const stranger = Object.keys(inline!.attributes).find((name) => !known.has(name));
  if (stranger) throw new Error(`${stranger} IS NOT KNOWN`);
  return {
    credentials: {
      userid: value(root, 'USERID'),
      password: value(root, 'PASSWORD'),
      environment: value(root, 'ENVIRONMENT'),
    },
    siteId: value(macro, 'SITEID'),
    accountNumber: value(macro, 'ACNTNMBR'),
    inline: inline!.attributes,
  };
}

/** The Content-Type of what ICOMS answers. */
export const xmlType = 'text/xml; charset=utf-8';

/** An answer as ICOMS gives it when nothing is wrong with the wire. */
export function answerXml(body: string): Reaction {
  return answer(body, { type: xmlType });
}

/** The answer of the inline: what was sent, and the outcome. */
export function inlineAnswer(
  { siteId, accountNumber, inline }: GatewayRequest,
  code: number,
  text: string,
): string {
  const outcome = [
    ['INLNRTRNCODE', String(code)],
    ['INLNMESGTEXT', text],
  ] as const;
  const account = [
    ['SITEID', siteId],
    ['ACNTNMBR', accountNumber],
  ] as const;
  return element(
    'ICOMS',
    [],
    element('MAC00183', account, element('INL01374', [...Object.entries(inline), ...outcome])),
  );
}

/** An ERROR under the root: the macro was not run. */
export function rootError(code: number, text: string): string {
  return element('ICOMS', [], error(code, text));
}

/** An ERROR under the macro: the inline was not run. */
export function macroError({ siteId, accountNumber }: GatewayRequest, code: number, text: string): string {
  const account = [
    ['SITEID', siteId],
    ['ACNTNMBR', accountNumber],
  ] as const;
  return element('ICOMS', [], element('MAC00183', account, error(code, text)));
}

function error(code: number, text: string): string {
  return element('ERROR', [
    ['_RC', String(code)],
    ['_MQQ', ''],
    ['_MSGNO', ''],
    ['_MSGTEXT', text],
  ]);
}
