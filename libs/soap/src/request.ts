import { Refusal } from '@trunkline/faults';
import { mediaTypeOf } from '@trunkline/fields';
import type { SoapContract, SoapOperation, SoapVersion } from '@trunkline/operations';

/** A SOAP request as HTTP brings it. */
export interface SoapRequest {
  readonly contentType: string | undefined;
  /** The SOAPAction header of 1.1, quotes and all. */
  readonly soapAction: string | undefined;
  readonly body: Buffer;
}

const accepted = new Set(['text/xml', 'application/soap+xml', 'application/xml']);

/** Refuses the Content-Type of a SOAP request unless it is one of the three of CONTRACTS.md section 0. */
export function checkMediaType(contentType: string | undefined): void {
  if (accepted.has(mediaTypeOf(contentType))) return;
  throw new Refusal('UnsupportedMediaType', 'Send SOAP as text/xml, application/soap+xml or application/xml');
}

/** The version to answer in while the envelope has not told its own. */
export function versionByMediaType(contentType: string | undefined): SoapVersion {
  return mediaTypeOf(contentType).startsWith('application/soap+xml') ? '1.2' : '1.1';
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

function unquote(text: string): string {
  const bare = text.trim();
  return bare.length > 1 && bare.startsWith('"') && bare.endsWith('"') ? bare.slice(1, -1) : bare;
}

function actionsFor({ name, request }: SoapOperation, namespace: string): string[] {
  return [name, request.element].flatMap((word) => [word, `${namespace}#${word}`, `${namespace}/${word}`]);
}
