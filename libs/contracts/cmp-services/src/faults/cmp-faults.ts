import { Fault, type FaultName, type FieldFault } from '@trunkline/faults';
import { type RenderedFault, root, type SoapFaultForm } from '@trunkline/operations';
import { BaseFault, type FaultDetails, ValidationFault } from './fault-details';

const validationFault = root('ValidationFault', ValidationFault);
const systemFault = root('SystemFault', BaseFault);
const securityFault = root('SecurityFault', BaseFault);
const serviceUnavailableFault = root('ServiceUnavailableFault', BaseFault);

/** The row of a broken field, by the rule that it breaks. */
const fieldRows: Readonly<Record<string, FaultName>> = {
  required: 'CmpElementMissing',
  unknown: 'CmpElementUnknown',
  maxOccurs: 'CmpElementMisplaced',
  order: 'CmpElementMisplaced',
  type: 'CmpWrongType',
  content: 'CmpWrongType',
  nil: 'CmpWrongType',
  minLength: 'CmpWrongLength',
  maxLength: 'CmpWrongLength',
  totalDigits: 'CmpWrongLength',
  choice: 'CmpWrongValue',
  minimum: 'CmpNumberOutOfRange',
  maximum: 'CmpNumberOutOfRange',
  fractionDigits: 'CmpTooManyDigits',
};

/** How the CMP shows a fault: one of four, which say whose it is (CONTRACTS.md section 3). */
export const cmpFaultForm: SoapFaultForm = {
  elements: [validationFault, systemFault, securityFault, serviceUnavailableFault],

  render(fault: Fault): RenderedFault {
    const { description: reason } = fault.row;
    const Details = whole(fault);
    const element = serverElements[fault.faultName];
    if (element) return { code: 'Server', reason, element, detail: { Details } };
    const Error = [...fault.fields.map(fieldFault), ...fault.causes].map(oneError);
    const detail = { Details, Errors: Error.length === 0 ? undefined : { Error } };
    return { code: 'Client', reason, element: validationFault.element, detail };
  },
};

const serverElements: Partial<Record<FaultName, string>> = {
  CmpSystemError: systemFault.element,
  CmpUnavailable: serviceUnavailableFault.element,
  CmpNotAllowed: securityFault.element,
};

/** A broken field as a fault of its own: the row of its rule, and the words of the field. */
function fieldFault({ path, rule, message }: FieldFault): Fault {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return cmpFault(fieldRows[rule] ?? 'CmpInvalidRequest', path, `${name} ${message}`);
}

/** One thing that is wrong with a request: its row, the field as a path, and what to do about it. */
export function cmpFault(name: FaultName, path: string, text: string): Fault {
  return new Fault(name, { text, fields: [{ path, rule: name, message: text }] });
}

function whole({ row: { code, description }, text }: Fault): FaultDetails {
  return { MessageId: code, MessageText: text === undefined ? description : `${description}: ${text}` };
}

function oneError(fault: Fault): FaultDetails {
  return { ...whole(fault), ExtraInfo: fault.fields[0]?.path };
}
