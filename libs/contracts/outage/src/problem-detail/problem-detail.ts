import {
  catalogue,
  type Fault,
  type FaultName,
  type FaultRow,
  type Refusal,
  type RefusalKind,
} from '@trunkline/faults';
import type { RestContext, RestFaultForm } from '@trunkline/operations';
import type { NamedFault } from '../media/named-faults';
import { ProblemDetailDocument } from './problem-detail-document';

/** The row of each refusal; the kinds that are left out belong to SOAP and to authentication. */
const refusals: Partial<Record<RefusalKind, FaultName>> = {
  UnsupportedEncoding: 'OutageEncodingUnsupported',
  UnsupportedMediaType: 'OutageMediaTypeUnsupported',
  NotAcceptable: 'OutageNotAcceptable',
  TooLarge: 'OutageRequestTooLarge',
  NotFound: 'OutageNothingHere',
  MethodNotAllowed: 'OutageMethodNotAllowed',
  Overloaded: 'OutageOverloaded',
};

/** Every error as a problemDetailDocument (CONTRACTS.md section 2). */
export const problemDetail: RestFaultForm = {
  body: ProblemDetailDocument,

  fault: ({ row, fields, text }: Fault, context) =>
    problem(row, row.status, text ?? (fields.map(sentence).join('\n') || row.when), context),

  refusal(refusal: Refusal, context) {
    const row = catalogue[refusals[refusal.kind] ?? 'OutageRequestMalformed'];
    return problem(row, refusal.status, refusal.message + place(refusal), context);
  },
};

function problem(row: FaultRow, status: number, detail: string, context: RestContext): ProblemDetailDocument {
  const { operation, method, base, url, at } = context;
  return {
    detail,
    httpStatus: status,
    problemInstance: `${base}/problem/${at}/${user}/${row.code}/${method}${url}`,
    problemType: `${base}/message/${row.code}`,
    serverMessage: {
      ...(operation && { callSequence: operation.name }),
      longDescription: detail,
      ...categoryAndNumber(row),
      messageText: row.description,
      programName: 'outage',
    },
    title: row.description,
  };
}

/** Whoever stands in front of this service authenticates; to us nobody has a name. */
const user = 'anonymous';

function categoryAndNumber({ code }: FaultRow): { messageCategory: number; messageNbr: number } {
  const [category, number] = code.split('/');
  return { messageCategory: Number(category), messageNbr: Number(number) };
}

function sentence({ path, externalOutageId, message }: NamedFault): string {
  const name = externalOutageId === undefined ? '' : `externalOutageId ${JSON.stringify(externalOutageId)}: `;
  return `/${path}: ${name}${message}`;
}

function place({ line, column }: Refusal): string {
  return line === undefined ? '' : ` (line ${line}, column ${column})`;
}
