import { Midas, type StatusReport } from '@trunkline/backends/midas';
import { Fault } from '@trunkline/faults';
import type { Call } from '@trunkline/service';
import type { SettledMigration, WorkOrderOutcome } from '../store/line-migration';
import type { LineMigrationStore } from '../store/line-migration.store';
import { StatusReporter } from './status-reporter';

function migration(id: string, outcome: WorkOrderOutcome): SettledMigration {
  return {
    ...{ id, telephoneNumber: '447874384949', accountNumber: '104118503', siteReference: 26 },
    ...{
      originatorUri: `urn:example:${id}`,
      conversationId: 'c',
      sentAt: '2026-01-31T09:30:00.000Z',
      outcome,
    },
  };
}

/** A MIDAS that keeps what it is told; `meanwhile` happens while it is told. */
class ListeningMidas extends Midas {
  readonly told: unknown[] = [];

  constructor(private readonly meanwhile: () => void = () => undefined) {
    super();
  }

  override lineDetails(): Promise<never> {
    throw new Error('Nobody asks for details here.');
  }

  override async updateStatus(report: StatusReport, originatorUri: string): Promise<void> {
    this.told.push({ ...report, originatorUri });
    this.meanwhile();
  }
}

const call = {} as Call;

/** Reports a line whose last work order is `latest()`. */
async function report(midas: Midas, latest: () => SettledMigration | undefined): Promise<boolean> {
  const migrations = { findLatest: () => Promise.resolve(latest()) } as unknown as LineMigrationStore;
  return new StatusReporter(midas, migrations).report('447874384949', call);
}

describe('the report', () => {
  it.each<[string, WorkOrderOutcome, object]>([
    [
      'a work order that was created',
      { orderNumber: '700001' },
      { status: 'Complete', comments: 'Work order 700001' },
    ],
    [
      'an open work order',
      { fault: new Fault('IcomsWorkOrderOpen', { text: 'WO-OPEN' }) },
      { status: 'Fail-Open WO', reason: 'WO-OPEN', reasonCode: '10465' },
    ],
    [
      'any other refusal',
      { fault: new Fault('IcomsBusinessException', { text: 'LOCKED' }) },
      { status: 'Fail-Others', reason: 'LOCKED', reasonCode: '10465' },
    ],
    [
      'a failure without words',
      { fault: new Fault('UnexpectedError') },
      { status: 'Fail-Others', reason: 'Unexpected Error', reasonCode: '2020' },
    ],
  ])('says in the words of MIDAS what came of %s', async (_what, outcome, told) => {
    const midas = new ListeningMidas();
    expect(await report(midas, () => migration('1', outcome))).toBe(true);
    expect(midas.told).toEqual([
      { telephoneNumber: '447874384949', originatorUri: 'urn:example:1', ...told },
    ]);
  });

  it('does not stand when another work order of the line is known by then', async () => {
    let latest = migration('1', { fault: new Fault('IcomsBusinessException') });
    const midas = new ListeningMidas(() => (latest = migration('2', { orderNumber: '700002' })));
    expect(await report(midas, () => latest)).toBe(false);
    expect(await report(midas, () => latest)).toBe(true);
    expect(midas.told).toMatchObject([{ status: 'Fail-Others' }, { status: 'Complete' }]);
  });

  it('is none where nothing is known', async () => {
    const midas = new ListeningMidas();
    expect(await report(midas, () => undefined)).toBe(true);
    expect(midas.told).toEqual([]);
  });
});
