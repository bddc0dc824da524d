import { Message, ObjectField, TextField, TokenField } from '@trunkline/fields';
import type { Fault } from '@trunkline/faults';
import { root, type SoapFaultForm } from '@trunkline/operations';
import { faultSchema } from './schemas';

/** One broken field in a fault detail. */
@Message({ schema: faultSchema, type: 'FieldFaultType' })
export class FieldFaultDetail {
  @TextField({ description: 'Where the field stands in the message.', example: 'event/eventTypeCode' })
  path!: string;

  @TokenField({ description: 'The rule that it breaks, in one word.', example: 'required' })
  rule!: string;

  @TextField({ description: 'What to do about it.', example: 'is missing' })
  message!: string;
}

/** The detail of a fault: a row of the catalogue with what this request adds to it (CONTRACTS.md section 1). */
@Message({ schema: faultSchema, type: 'FaultType' })
export class FaultDetail {
  @TokenField({
    description: 'SYSTEM: something broke. BUSINESS: the request was declined.',
    example: 'BUSINESS',
  })
  type!: string;

  @TokenField({ description: 'The code of the error.', example: '10008' })
  code!: string;

  @TextField({ description: 'The error in words.', example: 'Field Validation Error' })
  description!: string;

  @TokenField({ description: 'CRITICAL or ERROR.', example: 'ERROR' })
  severity!: string;

  @TokenField({ description: 'The system that the error comes from.', optional: true })
  sourceSystem?: string;

  @TextField({ description: "That system's own words.", optional: true })
  text?: string;

  @ObjectField(() => FieldFaultDetail, { description: 'Every broken field.', list: { min: 0 } })
  field?: FieldFaultDetail[];
}

/** The element that stands in a fault's detail. */
export const faultRoot = root('fault', FaultDetail);

/**
 * How the operator's message services show a fault: one typed detail for all of them. A fault whose fields are broken is the
 * client's; every other is the server's (CONTRACTS.md section 1).
 */
export const typedFault: SoapFaultForm = {
  elements: [faultRoot],
  render: ({ row, text, fields, faultName }: Fault) => ({
    code: faultName === 'FieldValidationError' ? 'Client' : 'Server',
    reason: row.description,
    element: faultRoot.element,
    detail: {
      type: row.type,
      code: row.code,
      description: row.description,
      severity: row.severity,
      sourceSystem: row.sourceSystem,
      text,
      field: fields,
    },
  }),
};
