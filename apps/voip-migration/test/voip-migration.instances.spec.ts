import { join } from 'node:path';
import { startWorkOrdersSimulator } from '@trunkline/backends/icoms';
import { startMidasSimulator } from '@trunkline/backends/midas';
import { sharesItsDatabase } from '@trunkline/testing';
import { CountingWorkOrders } from './counting-work-orders';
import { said } from './migration-message';
import { migrateNumbered, numberedLines } from './numbered-lines';
import { aMidasSimulator } from './simulators';

/** More than the harness sends. */
const lines = numberedLines(20_000);

/** A busy machine is slow, not wrong: back ends answer late, the balancer notices late who stops, and what is in flight takes longer. */
const patience = {
  MIDAS_DEADLINE_MS: '25000',
  ICOMS_WORK_ORDERS_DEADLINE_MS: '25000',
  DRAIN_DELAY_MS: '5000',
  SHUTDOWN_GRACE_MS: '60000',
};

/** ICOMS, and a MIDAS that can be kept from taking a status. */
async function startBackEnds() {
  const [orders, midas] = [new CountingWorkOrders(lines), aMidasSimulator(lines)];
  const sockets = [await startWorkOrdersSimulator(orders), await startMidasSimulator(midas)] as const;
  const told = (telephone: string) => midas.state().lines.find((line) => line.telephone === telephone);
  return {
    urls: { ICOMS_WORK_ORDERS_URL: sockets[0].url, MIDAS_URL: sockets[1].url },
    effects: (message: number) => orders.createdFor(lines[message]!.telephone),
    jobs: {
      hold: () => midas.provoke('update-error', Number.MAX_SAFE_INTEGER),
      release: () => midas.reset(),
      done: (message: number) => told(lines[message]!.telephone)?.history.length ?? 0,
    },
    close: async () => {
      for (const { close } of sockets) await close();
    },
  };
}

sharesItsDatabase({
  name: 'voip-migration',
  main: join(__dirname, '../src/main.ts'),
  // Each is three more requests to the back ends, which live in the process of the test.
  rate: 100,
  jobs: true,
  startBackEnd: startBackEnds,
  settings: ({ urls }) => ({ ...urls, ...patience, VOIP_MIGRATION_SETTLE_AFTER_MS: '0' }),
  send: migrateNumbered,
  said: (text) => {
    const { orderNumber, unknown } = said({ status: 200, headers: {}, text });
    if (orderNumber !== undefined) return 'done';
    if (unknown) return 'unknown';
    throw new Error(`no work order, and none in doubt: ${text}`);
  },
});
