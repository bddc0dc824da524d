import { Refusal } from '@trunkline/faults';
import type { SoapContract, SoapOperation, SoapVersion } from '@trunkline/operations';

/** A SOAP request as HTTP brings it. */
export interface SoapRequest {
  readonly contentType: string | undefined;
  /** The SOAPAction header of 1.1, quotes and all. */
  readonly soapAction: string | undefined;
  readonly body: Buffer;
}

/** What a Content-Type says. */
export interface MediaType {
  readonly type: string;
  readonly charset: string | undefined;
  /** The action of SOAP 1.2. */
  readonly action: string | undefined;
}

const accepted = new Set(['text/xml', 'application/soap+xml', 'application/xml']);

/** Reads the Content-Type of a SOAP request; any but the three of CONTRACTS.md section 0 is refused. */
export function readMediaType(contentType: string | undefined): MediaType {
  const [type = '', ...parameters] = (contentType ?? '').split(';');
  const name = type.trim().toLowerCase();
  if (!accepted.has(name)) {
    throw new Refusal(
      'UnsupportedMediaType',
      'Send SOAP as text/xml, application/soap+xml or application/xml',
    );
  }
  const read = parameters.map(readParameter);
  const parameter = (wanted: string) => read.find(([key]) => key === wanted)?.[1];
  return { type: name, charset: parameter('charset'), action: parameter('action') };
}

function readParameter(text: string): [key: string, value: string] {
  const at = text.indexOf('=');
  return [text.slice(0, at).trim().toLowerCase(), unquote(text.slice(at + 1))];
}

function unquote(text: string): string {
  const bare = text.trim();
  return bare.length > 1 && bare.startsWith('"') && bare.endsWith('"') ? bare.slice(1, -1) : bare;
}

/** The version to answer in while the envelope has not told its own. */
export function versionByMediaType(contentType: string | undefined): SoapVersion {
  return contentType?.trim().toLowerCase().startsWith('application/soap+xml') ? '1.2' : '1.1';
}

/** Refuses an action, when one is sent, that means another operation than the body's root element. */
export function checkAction(
  operation: SoapOperation,
  contract: SoapContract,
  sent: readonly (string | undefined)[],
): void {
  for (const text of sent) {
    const action = unquote(text ?? '');
    if (action === '' || action === operation.action) continue;
    if (actionsFor(operation, contract.schema.namespace).includes(action)) continue;
    throw new Refusal(
      'ActionMismatch',
      `The SOAPAction is not that of ${operation.name}, which the body asks for`,
    );
  }
}

function actionsFor({ name, request }: SoapOperation, namespace: string): string[] {
  return [name, request.element].flatMap((word) => [word, `${namespace}#${word}`, `${namespace}/${word}`]);
}
