import { buffer } from 'node:stream/consumers';
import { startMidasSimulator } from '@trunkline/backends/midas';
import { workOrdersContract } from '@trunkline/contracts/work-orders';
import { react, serveOnFreePort } from '@trunkline/simulation';
import { outlivesDatabaseTrouble } from '@trunkline/testing';
import { voipMigration } from '../src/voip-migration.module';
import { CountingWorkOrders } from './counting-work-orders';
import { said } from './migration-message';
import { migrateNumbered, numberedLines } from './numbered-lines';
import { aMidasSimulator } from './simulators';

/** More than the harness sends. */
const lines = numberedLines(2_000);

/** A busy machine is slow, not wrong; and nobody waits for what was not sent. */
const patience = { MIDAS_DEADLINE_MS: '25000', ICOMS_WORK_ORDERS_DEADLINE_MS: '25000' };

/** ICOMS, which can be stopped when it has created a work order and has not said so yet, and MIDAS. */
async function startBackEnds() {
  const orders = new CountingWorkOrders(lines);
  let afterEffect: (() => Promise<void>) | undefined;
  const icoms = await serveOnFreePort(async (request, response) => {
    const { 'content-type': contentType, soapaction } = request.headers;
    const body = await buffer(request);
    const { effects } = orders.state();
    const reaction = orders.receive({ contentType, soapAction: soapaction?.toString(), body });
    if (orders.state().effects > effects) {
      const then = afterEffect;
      afterEffect = undefined;
      await then?.();
    }
    react(reaction, response);
  }, workOrdersContract.path);
  const migrations = aMidasSimulator(lines);
  const midas = await startMidasSimulator(migrations);
  const effects = (message: number) => orders.createdFor(lines[message]!.telephone);
  return {
    urls: { ICOMS_WORK_ORDERS_URL: icoms.url, MIDAS_URL: midas.url },
    effects,
    /** MIDAS is told of every work order that there is. */
    isFollowedUp: (message: number) => {
      const { telephone } = lines[message]!;
      const told = migrations.state().lines.find((line) => line.telephone === telephone);
      return effects(message) === 0 || told?.status === 'Complete';
    },
    onNextCall: (_when: 'before the effect' | 'after the effect', then: () => Promise<void>) => {
      afterEffect = then;
    },
    close: async () => {
      for (const { close } of [icoms, midas]) await close();
    },
  };
}

outlivesDatabaseTrouble({
  service: voipMigration,
  startBackEnd: startBackEnds,
  settings: ({ urls }) => ({ ...urls, ...patience, VOIP_MIGRATION_SETTLE_AFTER_MS: '0' }),
  send: migrateNumbered,
  said: (text) => {
    const { orderNumber, faults, unknown } = said({ status: 200, headers: {}, text });
    if (orderNumber !== undefined) return 'done';
    // A fault without a cause is none of a back end.
    return !unknown && faults.join() === '10686' ? 'broken' : 'unknown';
  },
});
