import { escapeText, writeXml } from '@trunkline/fields';
import { refusals, type Refusal, type RefusalKind } from '@trunkline/faults';
import type { Root, SoapVersion } from '@trunkline/operations';
import { envelopes } from './version';

/** Whose fault it is, in the words of SOAP 1.1. */
export type SoapFaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand';

/** A root element with what stands in it. */
export interface Block<T extends object = object> {
  readonly root: Root<T>;
  readonly value: T;
}

/** A fault, the same in both versions but for its words. */
export interface SoapFault {
  readonly code: SoapFaultCode;
  readonly reason: string;
  readonly detail?: Block | undefined;
}

/** The whole document of an answer: a body or a fault, with the contract's header block where it has one. */
export function writeEnvelope(version: SoapVersion, content: Block | SoapFault, header?: Block): string {
  const body = 'root' in content ? writeXml(content.root, content.value) : faultWriters[version](content);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<env:Envelope xmlns:env="${envelopes[version]}">` +
    (header ? `<env:Header>${writeXml(header.root, header.value)}</env:Header>` : '') +
    `<env:Body>${body}</env:Body></env:Envelope>`
  );
}

const faultWriters: Record<SoapVersion, (fault: SoapFault) => string> = {
  '1.1': ({ code, reason, detail }) =>
    `<env:Fault><faultcode>env:${code}</faultcode><faultstring>${escapeText(reason)}</faultstring>` +
    `${detail ? `<detail>${writeXml(detail.root, detail.value)}</detail>` : ''}</env:Fault>`,
  '1.2': ({ code, reason, detail }) =>
    `<env:Fault><env:Code><env:Value>env:${codes12[code]}</env:Value></env:Code>` +
    `<env:Reason><env:Text xml:lang="en">${escapeText(reason)}</env:Text></env:Reason>` +
    `${detail ? `<env:Detail>${writeXml(detail.root, detail.value)}</env:Detail>` : ''}</env:Fault>`,
};

const codes12: Record<SoapFaultCode, string> = {
  Client: 'Sender',
  Server: 'Receiver',
  VersionMismatch: 'VersionMismatch',
  MustUnderstand: 'MustUnderstand',
};

// Refusals of HTTP's own keep their status (CONTRACTS.md section 0); every other follows the SOAP version.
const keepsStatus = new Set<RefusalKind>([
  'UnsupportedMediaType',
  'UnsupportedEncoding',
  'TooLarge',
  'Unauthenticated',
  'Forbidden',
  'NotFound',
  'MethodNotAllowed',
]);

/** The HTTP status of a fault: 500 in SOAP 1.1; in 1.2 it is that of senders, 400, when the sender is at fault. */
export function statusOfFault(
  version: SoapVersion,
  { code }: Pick<SoapFault, 'code'>,
  ofSenders = 400,
): number {
  return version === '1.2' && code === 'Client' ? ofSenders : 500;
}

/** A refusal as a fault, which has no detail of any contract, and its HTTP status. */
export function faultOfRefusal(
  version: SoapVersion,
  refusal: Refusal,
  ofSenders?: number,
): { fault: SoapFault; status: number } {
  const fault = { code: refusals[refusal.kind].soap, reason: withPosition(refusal) };
  return {
    fault,
    status: keepsStatus.has(refusal.kind) ? refusal.status : statusOfFault(version, fault, ofSenders),
  };
}

function withPosition({ message, line, column }: Refusal): string {
  return line === undefined ? message : `${message} (line ${line}, column ${column})`;
}
