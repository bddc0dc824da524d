import { type FaultRow, refusals, sections } from '@trunkline/faults';
import { faultMatrix, matrixColumns } from './fault-matrix';
import { table } from './table';

/** docs/errors.md, made from the catalogue: a row there is a row here. */
export function errorsPage(): string {
  return [
    '# Errors',
    '',
    'Every error that a service answers, made from `libs/faults`; `npm run published` writes this page, and a test holds it equal.',
    'A SOAP fault is HTTP 500 in SOAP 1.1, and 400 in SOAP 1.2 where the sender is at fault; the status below is that of the REST services.',
    'CRITICAL errors are logged as errors, with what broke underneath; the others are ordinary answers.',
    '',
    ...Object.entries(sections).flatMap(([title, rows]) => section(title, rows)),
    '## Before a message is understood',
    '',
    'The same in every service, each shows it in its own form. In SOAP it is a fault with this code and no detail; but where too much is under',
    'way a SOAP service answers with the fault of its contract whose row says so, detail and all, and HTTP status 500.',
    '',
    ...table(
      ['name', 'SOAP fault code', 'HTTP status', 'when'],
      Object.entries(refusals).map(([name, { soap, status, title }]) => [name, soap, String(status), title]),
    ),
    '## When a call to a back end breaks',
    '',
    'Each call with each fault, as the tests of the services found it on real sockets (`*.faults.spec.ts`). An arrow leads to the cause.',
    '`journal` is the state of the message, and `job` what became of the work that it left behind: DONE, or why it is tried again. `in the end`',
    'is what a repetition is told when the back end is well again and no job waits.',
    '',
    ...faultMatrix().flatMap(([call, lines]) => [`### ${call}`, '', ...table(matrixColumns, lines)]),
  ].join('\n');
}

function section(title: string, rows: Readonly<Record<string, FaultRow>>): string[] {
  const columns = ['code', 'type', 'description', 'severity', 'source system', 'HTTP status', 'when'];
  const lines = Object.values(rows).map((row) => [
    row.code,
    row.type,
    row.description,
    row.severity,
    row.sourceSystem ?? '',
    String(row.status),
    row.when,
  ]);
  return [`## ${title}`, '', ...table(columns, lines)];
}
