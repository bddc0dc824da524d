import type { SoapVersion } from '@trunkline/operations';
import type { Target } from './attack';

/** The namespace of each version's envelope. */
export const envelopes: Record<SoapVersion, string> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

/** What differs from the ordinary in an envelope. */
interface EnvelopeParts {
  readonly version?: SoapVersion;
  /** What stands before the root element. */
  readonly prologue?: string;
  /** What stands in the header beside the contract's block. */
  readonly blocks?: string;
  /** What stands in the envelope in place of header and body. */
  readonly content?: string;
}

/** A valid document of the target, with something of its own. */
export function envelope(
  target: Target,
  { version = '1.1', prologue = '', blocks = '', content }: EnvelopeParts = {},
): string {
  const parts = content ?? `<e:Header>${target.header}${blocks}</e:Header><e:Body>${target.body}</e:Body>`;
  return `${prologue}<e:Envelope xmlns:e="${envelopes[version]}">${parts}</e:Envelope>`;
}

/** What differs from the ordinary in a request. */
interface RequestParts {
  readonly method?: string;
  /** Behind the contract's path. */
  readonly path?: string;
  /** A header that is `undefined` is left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer;
}

/** The bytes of an ordinary request of the target, with something of its own; the connection ends after it. */
export function request(
  target: Target,
  { method = 'POST', path = '', headers = {}, body = envelope(target) }: RequestParts,
): Buffer {
  const content = Buffer.from(body);
  const all = {
    Host: target.host,
    'Content-Type': 'text/xml; charset=utf-8',
    'Content-Length': String(content.length),
    Connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  const head = [`${method} ${target.contract.path}${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), content]);
}
