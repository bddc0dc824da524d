import { catalogue, type Fault, type FaultRow, type FieldFault } from '@trunkline/faults';
import type { MigrationFault } from '../create-voip-migration-work-order/create-voip-migration-work-order.response';

/** A fault with its causes, as the contract shows it. */
export function renderFault({ row, text, fields, causes }: Fault): MigrationFault {
  return renderRow(row, text, [...fields.map(renderField), ...causes.map(renderFault)]);
}

/** A row of the catalogue with what this request adds to it. */
export function renderRow(row: FaultRow, text?: string, causes: MigrationFault[] = []): MigrationFault {
  const { type, code, description, severity, sourceSystem } = row;
  return {
    type,
    code,
    description,
    severity,
    ...(sourceSystem !== undefined && { sourceSystem }),
    ...(text !== undefined && { text }),
    ...(causes.length > 0 && { fault: causes }),
  };
}

function renderField({ path, message }: FieldFault): MigrationFault {
  return renderRow(catalogue.FieldValidationError, `${path || 'The message'} ${message}`);
}
