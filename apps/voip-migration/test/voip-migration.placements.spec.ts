import { simulatedWorkOrderFaults, type SimulatedWorkOrderFault } from '@trunkline/backends/icoms';
import { simulatedMidasFaults, type SimulatedMidasFault } from '@trunkline/backends/midas';
import { eachDatabase } from '@trunkline/testing';
import { migrate, said } from './migration-message';
import { type RunningMigration, runMigration } from './running-migration';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

type WorkOrder = SimulatedWorkOrderFault | 'ok';
type Midas = SimulatedMidasFault | 'ok';

/** Where things go wrong in one request: at MIDAS (the details, or the update), at ICOMS, or nowhere. */
interface Placement {
  readonly midas: Midas;
  readonly workOrder: WorkOrder;
  readonly site: string;
  readonly account: string;
  readonly telephone: string;
}

// Slow ones are no failures; look-ups and late effects have tests of their own.
const workOrders = (['ok', ...Object.keys(simulatedWorkOrderFaults)] as WorkOrder[]).filter(
  (name) => !/^(slow|late-effect|look-up-.*)$/.test(name),
);
const midas = (['ok', ...Object.keys(simulatedMidasFaults)] as Midas[]).filter(
  (name) => !name.endsWith('-slow'),
);

const placements: Placement[] = midas.flatMap((atMidas, row) =>
  workOrders.map((atIcoms, column) => {
    const number = 100 * row + column;
    return {
      midas: atMidas,
      workOrder: atIcoms,
      site: '26',
      account: String(800_000_000 + number),
      telephone: String(447_700_800_000 + number),
    };
  }),
);

/** What must come of a request: its answer, the work orders in ICOMS, and the status that MIDAS ends with. */
interface Expected {
  readonly status: number;
  readonly faults: readonly string[];
  readonly unknown: boolean;
  readonly created: boolean;
  readonly midas: string | undefined;
}

const effects = ['ok', 'silent', 'answer-lost', 'unreadable', 'empty'];

/** The answer of ICOMS: the codes of the fault and its cause; unknown where there is no answer that can be read. */
const atIcoms: Partial<Record<WorkOrder, string>> = {
  'business-refusal': '10685 10465',
  'unknown-account': '10685 10465',
  'open-order': '10685 10465',
  'system-error': '10686 10466',
  unexpected: '10686 2020',
  'bad-credentials': '10686 10003',
};

/** The faults of MIDAS that are seen: a connection that breaks while the status is set is made again at once. */
const atMidas: Partial<Record<Midas, string>> = {
  'details-refused': '10685 MIDAS-BUSINESS',
  'details-error': '10686 MIDAS-SYSTEM',
  'details-timeout': '10686 MIDAS-SYSTEM',
  'details-reset': '10686 MIDAS-SYSTEM',
  'details-unreadable': '10686 MIDAS-SYSTEM',
  'update-refused': '10685 MIDAS-BUSINESS',
  'update-error': '10686 MIDAS-SYSTEM',
  'update-timeout': '10686 MIDAS-SYSTEM',
  'update-silent': '10686 MIDAS-SYSTEM',
  'update-unreadable': '10686 MIDAS-SYSTEM',
};

/** The contract on a page (CONTRACTS.md section 5). */
function model({ midas, workOrder }: Placement): Expected {
  const midasFault = atMidas[midas];
  if (midas.startsWith('details-')) {
    return { ...failure(midasFault!), created: false, midas: undefined };
  }
  const created = effects.includes(workOrder);
  const refusal = atIcoms[workOrder];
  const status = created ? 'Complete' : workOrder === 'open-order' ? 'Fail-Open WO' : 'Fail-Others';
  const update = midasFault ? [midasFault] : [];
  if (workOrder === 'ok') return { status: 200, faults: update, unknown: false, created, midas: status };
  if (refusal) return { ...failure(refusal, ...update), created, midas: status };
  return { ...failure('10686 10466'), unknown: true, created, midas: status };
}

function failure(...faults: [string, ...string[]]) {
  return { status: faults[0].startsWith('10685') ? 400 : 500, faults, unknown: false };
}

const atOnce = 65;

eachDatabase((place) => {
  const orders = aWorkOrdersSimulator(
    placements.map(({ workOrder, ...account }) => ({ ...account, provokes: faultOf(workOrder) })),
  );
  const lines = aMidasSimulator(
    placements.map(({ midas, ...line }) => ({ ...line, provokes: faultOf(midas) })),
  );
  let migration: RunningMigration;

  beforeAll(async () => {
    // Nearly every call fails here: the breaker has a test of its own. Nothing is late that is not meant to be.
    const settings = {
      ...{ MIDAS_BREAKER_FAILURES: '10000', ICOMS_WORK_ORDERS_BREAKER_FAILURES: '10000' },
      ...{ MIDAS_DEADLINE_MS: '3000', ICOMS_WORK_ORDERS_DEADLINE_MS: '3000' },
      ...{ MIDAS_CONNECTIONS: '200', ICOMS_WORK_ORDERS_CONNECTIONS: '200' },
    };
    migration = await runMigration(place(), orders, lines, settings);
  }, 30_000);
  afterAll(() => migration.close());

  it(`answers, creates and reports what the model says, in all ${placements.length} placements of failure`, async () => {
    const answers = new Map<string, ReturnType<typeof said>>();
    for (let at = 0; at < placements.length; at += atOnce) {
      const some = placements.slice(at, at + atOnce).map(async ({ telephone, account }) => {
        answers.set(telephone, said(await migrate(migration.service.url, { telephone, account })));
      });
      await Promise.all(some);
    }
    await migration.jobsDone();
    const known = orders.state().orders;
    const statuses = new Map(lines.state().lines.map(({ telephone, status }) => [telephone, status]));
    const came = placements.map(({ telephone, ...where }) => {
      const order = known.find((candidate) => candidate.telephone === telephone);
      const { orderNumber, ...answer } = answers.get(telephone)!;
      return {
        where: [where.midas, where.workOrder],
        ...answer,
        orderNumber,
        created: order !== undefined,
        midas: statuses.get(telephone),
      };
    });
    const expected = placements.map((placement) => {
      const { created, ...rest } = model(placement);
      const order = known.find(({ telephone }) => telephone === placement.telephone);
      const orderNumber = rest.status === 200 ? order?.orderNumber : undefined;
      return { where: [placement.midas, placement.workOrder], ...rest, orderNumber, created };
    });
    expect(came).toEqual(expected);
    expect(orders.state().askedTwice).toEqual([]);
  }, 120_000);
});

function faultOf<T extends string>(name: T | 'ok'): T | undefined {
  return name === 'ok' ? undefined : name;
}
