import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultMatrix, Met, Told } from '@trunkline/testing';

const root = join(__dirname, '../..');

/** What the services' tests came to (`meetsWireFaults`): each service's file. */
const files = ['apps/events/test/events.faults.json', 'apps/voip-migration/test/voip-migration.faults.json'];

/** A line of the table of a call: the faults that come to the same. */
export type MatrixLine = readonly string[];

export const matrixColumns: MatrixLine = [
  'when the call meets',
  'answer',
  'severity',
  'source system',
  'journal',
  'job',
  'in the end',
];

/** Each call of a service to a back end, with the lines of its table. */
export function faultMatrix(): [call: string, lines: MatrixLine[]][] {
  const matrices = files.map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as FaultMatrix);
  return matrices
    .flatMap((matrix) => Object.entries(matrix))
    .map(([call, met]) => [call, linesOf(Object.entries(met))]);
}

function linesOf(met: readonly (readonly [fault: string, met: Met])[]): MatrixLine[] {
  const byOutcome = new Map<string, { readonly faults: string[]; readonly met: Met }>();
  for (const [fault, came] of met) {
    const same = byOutcome.get(JSON.stringify(came)) ?? { faults: [], met: came };
    same.faults.push(fault);
    byOutcome.set(JSON.stringify(came), same);
  }
  return [...byOutcome.values()].map(({ faults, met }) => line(faults, met));
}

function line(faults: readonly string[], { told, journal, job = '', inTheEnd }: Met): MatrixLine {
  const because = (of: (fault: Told['faults'][number]) => string) => told.faults.map(of).join(' ← ');
  return [
    faults.join('; '),
    [said(told), because(({ code }) => code)].filter(Boolean).join(': '),
    because(({ severity }) => severity),
    because(({ sourceSystem }) => sourceSystem),
    journal,
    job,
    said(inTheEnd),
  ];
}

const words: Readonly<Record<Told['outcome'], string>> = {
  success: 'success',
  failure: 'failure',
  unknown: 'outcome unknown',
};

function said({ outcome }: Told): string {
  return words[outcome];
}
