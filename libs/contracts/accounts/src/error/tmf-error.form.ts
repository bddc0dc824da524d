import type { Fault, FieldFault, Refusal } from '@trunkline/faults';
import { refusals } from '@trunkline/faults';
import type { RestFaultForm } from '@trunkline/operations';
import { TmfError } from './tmf-error';

/** How accounts show their errors: each as one TMF Error. */
export const tmfErrorForm: RestFaultForm = {
  body: TmfError,

  fault({ row, text, fields }: Fault): TmfError {
    const message = fields.length > 0 ? fields.map(sentence).join(' ') : text;
    return tmfError(row.code, row.description, message, row.status);
  },

  refusal({ kind, message, status, line, column }: Refusal): TmfError {
    const place = line === undefined ? '' : `Line ${line}, column ${column}: `;
    const { title } = refusals[kind];
    return tmfError(kind, title, message === title ? undefined : `${place}${message}.`, status);
  },
};

function tmfError(code: string, reason: string, message: string | undefined, status: number): TmfError {
  return {
    code,
    reason,
    message,
    status: String(status),
    referenceError: `urn:trunkline:error:accounts:${code}`,
    '@type': 'Error',
  };
}

/** A path that begins with a question mark is a query parameter; every other is an attribute's. */
function sentence({ path, message }: FieldFault): string {
  if (path.startsWith('?')) return `The query parameter ${path.slice(1)} ${message}.`;
  return path === '' ? `The message ${message}.` : `/${path} ${message}.`;
}
