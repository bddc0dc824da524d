import { join } from 'node:path';
import { startWorkOrdersSimulator } from '@trunkline/backends/icoms';
import { startMidasSimulator } from '@trunkline/backends/midas';
import { meetsWireFaults, type Told } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { ids, knownLine, migrate, said } from './migration-message';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

const icoms = { url: 'ICOMS_WORK_ORDERS_URL', deadline: 'ICOMS_WORK_ORDERS_DEADLINE_MS' };
const midas = { url: 'MIDAS_URL', deadline: 'MIDAS_DEADLINE_MS' };
const lookUp = 'ICOMS FindWorkOrder';

meetsWireFaults({
  service: voipMigration,
  calls: [
    { name: 'MIDAS VOIPLineMigrationDetails', ...midas, meets: ({ path }) => path.includes('Details') },
    {
      name: 'ICOMS CreateWorkOrder_V3',
      ...icoms,
      meets: ({ body }) => body.includes('CreateWorkOrderRequest'),
    },
    { name: lookUp, ...icoms, inItsJob: true, meets: ({ body }) => body.includes('FindWorkOrderRequest') },
    {
      name: 'MIDAS UpdateVOIPLineMigrationStatus',
      ...midas,
      inItsJob: true,
      meets: ({ path }) => path.includes('Update'),
    },
  ],
  matrix: join(__dirname, 'voip-migration.faults.json'),
  settings: {
    during: { VOIP_MIGRATION_SETTLE_AFTER_MS: '3600000' },
    after: { VOIP_MIGRATION_SETTLE_AFTER_MS: '0' },
  },
  startBackEnds: async ({ name }, failing) => {
    const [orders, lines] = [aWorkOrdersSimulator(), aMidasSimulator()];
    // Only what is in doubt is looked up.
    if (name === lookUp) orders.provoke('answer-lost', 1);
    if (failing && name === lookUp) orders.provoke('look-up-unavailable', 1);
    // The request tells MIDAS, and then its job: the next attempt is the one that reaches nobody.
    else if (failing) lines.provoke('update-error', 2);
    const sockets = [await startWorkOrdersSimulator(orders), await startMidasSimulator(lines)] as const;
    return {
      urls: { [icoms.url]: sockets[0].url, [midas.url]: sockets[1].url },
      effects: () => orders.state().effects,
      disagreement: ({ outcome }) => {
        const status = lines.state().lines[0]?.status;
        const expected = outcome === 'success' ? 'Complete' : 'Fail-Others';
        return status === expected ? undefined : `MIDAS says ${status} of a ${outcome}`;
      },
      close: async () => {
        for (const { close } of sockets) await close();
      },
    };
  },
  send: async (url) => told(await migrate(url, knownLine, ids('m-1'))),
});

interface FaultBody {
  readonly code: string;
  readonly severity: string;
  readonly sourceSystem?: string;
  readonly fault?: readonly FaultBody[];
}

type Answer = Awaited<ReturnType<typeof migrate>>;

function told(answer: Answer): Told {
  const { orderNumber, unknown } = said(answer);
  const { success, failure } = (
    JSON.parse(answer.text) as {
      CreateVOIPMigrationWorkOrder: Partial<Record<'success' | 'failure', { fault?: readonly FaultBody[] }>>;
    }
  ).CreateVOIPMigrationWorkOrder;
  const faults = (success ?? failure)?.fault ?? [];
  if (orderNumber !== undefined) return { outcome: 'success', faults: faults.flatMap(chain) };
  return { outcome: unknown ? 'unknown' : 'failure', faults: faults.flatMap(chain) };
}

/** A fault and what led to it. */
function chain({ code, severity, sourceSystem = '', fault = [] }: FaultBody): Told['faults'] {
  return [{ code, severity, sourceSystem }, ...fault.flatMap(chain)];
}
