import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService, type Service, type ServiceConfig } from '@trunkline/service';
import { Database, type JobTables, type JournalTables, timestamp } from '@trunkline/store';
import { expectGolden } from '../golden';
import { type Meets, startFaultyBackEnd } from './faulty-back-end';
import { type WireFault, wireFaults } from './wire-faults.table';

/** What a consumer was told. */
export interface Told {
  readonly outcome: 'success' | 'failure' | 'unknown';
  /** The fault, and those that led to it. */
  readonly faults: readonly {
    readonly code: string;
    readonly severity: string;
    readonly sourceSystem: string;
  }[];
}

/** What came of a message whose call met a fault. */
export interface Met {
  readonly told: Told;
  readonly journal: string;
  /** What became of the job that it left behind, where it left one. */
  readonly job?: string;
  /** What a repetition is told when everybody is well again and no job waits. */
  readonly inTheEnd: Told;
}

/** The table of a service: each call with each fault. It is what docs/errors.md is made of. */
export type FaultMatrix = Readonly<Record<string, Readonly<Record<string, Met>>>>;

/** The back ends of a service, fresh for each case. */
export interface FaultedBackEnds {
  /** By variable, where each is. */
  readonly urls: Readonly<Record<string, string>>;
  /** How often that was done which is not to be done twice. */
  effects(): number;
  /** What they end with, where that must agree with the answer; undefined where it does. */
  disagreement?(inTheEnd: Told): string | undefined;
  close(): Promise<void>;
}

/** One call of a service to a back end. */
export interface FaultedCall {
  readonly name: string;
  /** The variables of its back end. */
  readonly url: string;
  readonly deadline: string;
  readonly meets: Meets;
  /** A job makes it, or makes it again: it is then that nobody is reached, where the calls before it must reach somebody. */
  readonly inItsJob?: true;
}

/** A service whose calls go wrong, and what the harness must know of it. */
export interface FaultedSubject<BackEnds extends FaultedBackEnds> {
  readonly service: Service<ServiceConfig>;
  readonly calls: readonly FaultedCall[];
  /** The file of what comes of it, which docs/errors.md is made of. */
  readonly matrix: string;
  /** While the fault lasts, and when everybody is well again. */
  readonly settings?: { readonly during: Record<string, string>; readonly after: Record<string, string> };
  /** @param failing The call breaks the first time, so that its job makes it. */
  startBackEnds(call: FaultedCall, failing: boolean): Promise<BackEnds>;
  /** Sends a message, the same each time. */
  send(url: string): Promise<Told>;
}

/** Short, where it is the deadline that ends the call. */
const shortDeadline = '1000';

const fixed = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };

/**
 * Lets every call of a service meet every fault of the wire, and holds what comes of it equal to a file: what the consumer is told, what the
 * journal says, what a repetition is told in the end. Whatever it is, nothing is done twice, and success is said only of what was done.
 */
export function meetsWireFaults<BackEnds extends FaultedBackEnds>(subject: FaultedSubject<BackEnds>): void {
  const matrix: Record<string, Record<string, Met>> = {};
  for (const call of subject.calls) {
    matrix[call.name] = {};
    it.each(Object.entries(wireFaults))(
      `stands by its word when ${call.name} meets: %s`,
      async (name, fault) => {
        const backEnds = await subject.startBackEnds(call, Boolean(call.inItsJob && fault.elsewhere));
        const met = await meet(subject, backEnds, call, fault);
        matrix[call.name]![name] = met;
        expect(unsound(met, backEnds)).toEqual([]);
        await backEnds.close();
      },
    );
  }

  it('says what docs/errors.md says', () => {
    expectGolden(subject.matrix, `${JSON.stringify(matrix, null, 2)}\n`);
  });
}

async function meet<BackEnds extends FaultedBackEnds>(
  { service, settings, send }: FaultedSubject<BackEnds>,
  { urls }: BackEnds,
  { url, deadline, meets, inItsJob }: FaultedCall,
  fault: WireFault,
): Promise<Met> {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-faults-'));
  const faulty = await startFaultyBackEnd(new URL(urls[url]!).origin, fault, meets);
  const faultyUrl = urls[url]!.replace(new URL(urls[url]!).origin, faulty.url);
  const env = { ...fixed, DATA_FOLDER: folder, ...urls };
  const patience: Record<string, string> = fault.untilDeadline ? { [deadline]: shortDeadline } : {};
  const broken = { [url]: fault.elsewhere?.(faultyUrl) ?? faultyUrl };
  const trouble = { ...env, ...settings?.during, ...patience, ...broken };
  const during = await createService(
    service,
    inItsJob && fault.elsewhere ? { ...trouble, ...urls } : trouble,
  );
  const told = await send(during.url);
  let left = await whatIsLeft(during.app.get(Database), 1);
  await during.close();
  if (inItsJob && fault.elsewhere) left = await whatItsJobLeaves(service, trouble);
  const after = await createService(service, { ...env, ...settings?.after });
  await jobsDone(after.app.get(Database));
  const inTheEnd = await send(after.url);
  await after.close();
  await faulty.close();
  rmSync(folder, { recursive: true });
  return { told, ...left, inTheEnd };
}

type Kept = Database<JournalTables & JobTables>;

async function whatItsJobLeaves(
  service: Service<ServiceConfig>,
  env: Record<string, string>,
): Promise<Pick<Met, 'journal' | 'job'>> {
  const again = await createService(service, env);
  const left = await whatIsLeft(again.app.get(Database), 2);
  await again.close();
  return left;
}

/** What the journal says, and what became of so many attempts at the job. */
async function whatIsLeft({ query }: Kept, attempts: number): Promise<Pick<Met, 'journal' | 'job'>> {
  const fewer = query
    .selectFrom('job')
    .select('id')
    .where('state', '=', 'WAITING')
    .where((row) =>
      row.or([
        row('attempts', '<', attempts),
        row('lease_until', '>', timestamp(Date.now())),
        row('last_error', 'is', null),
      ]),
    );
  while ((await fewer.execute()).length > 0) await aMoment();
  const { state } = await query.selectFrom('journal').select('state').executeTakeFirstOrThrow();
  const job = await query.selectFrom('job').select(['state', 'last_error']).executeTakeFirst();
  return { journal: state, ...(job && { job: job.last_error ?? job.state }) };
}

/** Nobody waits for the next attempt of a job. */
async function jobsDone({ query }: Kept): Promise<void> {
  const waiting = () =>
    query
      .updateTable('job')
      .set({ due_at: timestamp(0) })
      .where('state', '=', 'WAITING');
  while ((await waiting().returning('id').execute()).length > 0) await aMoment();
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** What is wrong, whatever the fault was. */
function unsound({ told, journal, inTheEnd }: Met, { effects, disagreement }: FaultedBackEnds): string[] {
  const times = effects();
  const claims = [told, inTheEnd].map(({ outcome }) => outcome);
  return [
    times > 1 && `it was done ${times} times`,
    claims.includes('success') && times === 0 && 'success is claimed of what was not done',
    inTheEnd.outcome === 'failure' && times > 0 && 'failure is claimed in the end of what was done',
    told.outcome === 'success' && journal !== 'ANSWERED' && `the journal says ${journal} of a success`,
    told.outcome === 'failure' &&
      journal === 'FAILED' &&
      times > 0 &&
      inTheEnd.outcome !== 'success' &&
      'what was done may be tried again',
    disagreement?.(inTheEnd),
  ].filter((wrong) => typeof wrong === 'string');
}
