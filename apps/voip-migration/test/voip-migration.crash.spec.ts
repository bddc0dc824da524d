import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type IcomsWorkOrdersSimulator,
  type SimulatedWorkOrderFault,
  startWorkOrdersSimulator,
} from '@trunkline/backends/icoms';
import {
  type MidasSimulator,
  type SimulatedMidasFault,
  startMidasSimulator,
} from '@trunkline/backends/midas';
import { bundle, crashAtVariable, eachDatabase, ServiceProcess, settingsOf } from '@trunkline/testing';
import { type Crash, crashes, killsInIcoms } from './crashes';
import { type AskedLine, ids, knownLine, migrate, type MigrationAnswer, said } from './migration-message';
import { numberedLines } from './numbered-lines';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

/** What a line provokes at ICOMS or at MIDAS. */
interface Provoking {
  readonly orders?: SimulatedWorkOrderFault;
  readonly midas?: SimulatedMidasFault;
}

const provocations: readonly Provoking[] = [
  {},
  { orders: 'answer-lost' },
  { midas: 'update-error' },
  { orders: 'open-order' },
  {},
];

/** Lines for the kills under load. */
const crowd = numberedLines(800).map(({ account, telephone }, number) => ({
  account,
  telephone,
  provokes: provocations[number % provocations.length]!,
}));

const rounds = 8;
const senders = 8;
const timeout = 60_000;

/** Short, so that on PostgreSQL the leases of a killed process are over soon; and nobody waits for what was not sent. */
const settings = {
  ...{ CALL_DEADLINE_MS: '1500', JOB_LEASE_MS: '1000' },
  ...{ VOIP_MIGRATION_SETTLE_AFTER_MS: '0', VOIP_MIGRATION_RECOVERY_INTERVAL_MS: '100' },
};

eachDatabase((place) => {
  let main: string;
  let orders: IcomsWorkOrdersSimulator;
  let midas: MidasSimulator;
  let backEnds: Record<string, string>;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    main = await bundle(join(__dirname, 'crashing-migration.ts'), 'crash-voip-migration');
    const lines = crowd.map((line) => ({ ...line, site: '26' }));
    orders = aWorkOrdersSimulator(lines.map((line) => ({ ...line, provokes: line.provokes.orders })));
    midas = aMidasSimulator(lines.map((line) => ({ ...line, provokes: line.provokes.midas })));
    const [icomsSocket, midasSocket] = [
      await startWorkOrdersSimulator(orders),
      await startMidasSimulator(midas),
    ];
    closing.push(icomsSocket.close, midasSocket.close);
    backEnds = { ICOMS_WORK_ORDERS_URL: icomsSocket.url, MIDAS_URL: midasSocket.url };
  }, timeout);
  beforeEach(() => {
    orders.reset();
    midas.reset();
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  const start = (after = ''): Promise<ServiceProcess> => {
    const crash = { [crashAtVariable]: `after ${after}` };
    return ServiceProcess.start(main, { ...settingsOf(place()), ...settings, ...backEnds, ...crash });
  };

  const statusOf = ({ telephone }: AskedLine) =>
    midas.state().lines.find((line) => line.telephone === telephone)?.status;
  const orderOf = ({ telephone }: AskedLine) =>
    orders.state().orders.find((order) => order.telephone === telephone);

  /** After the kill: MIDAS ends with what is true, a repetition is told the same, and ICOMS was asked once. */
  const endsWell = async ({ status, again }: Crash, messageId: string) => {
    const survivor = await start();
    await eventually(() => statusOf(knownLine) === status);
    const answer = said(await untilKnown(() => migrate(survivor.url, knownLine, ids(messageId))));
    expect(answer).toMatchObject(again);
    expect(answer.orderNumber).toBe(orderOf(knownLine)?.orderNumber);
    expect(statusOf(knownLine)).toBe(status ?? 'Complete');
    expect(orders.state().askedTwice).toEqual([]);
    await survivor.kill();
  };

  it.each(crashes.map((crash, number) => [nameOf(crash), crash, `crash-${number}`] as const))(
    'ends well after a kill after %s',
    async (_name, crash, messageId) => {
      if (crash.orders) orders.provoke(crash.orders, 1);
      if (crash.midas) midas.provoke(crash.midas, 1);
      const service = await start(crash.after);
      await migrate(service.url, knownLine, ids(messageId)).catch(() => undefined);
      await service.gone;
      await endsWell(crash, messageId);
    },
    timeout,
  );

  it.each(killsInIcoms.map((crash, number) => [nameOf(crash), crash, `kill-${number}`] as const))(
    'ends well after a kill after %s',
    async (_name, crash, messageId) => {
      orders.provoke(crash.orders, 1);
      const service = await start();
      const answered = migrate(service.url, knownLine, ids(messageId)).catch(() => undefined);
      await eventually(() => orders.state().calls === 1);
      await service.kill();
      await answered;
      await endsWell(crash, messageId);
    },
    timeout,
  );

  it(`ends well after ${rounds} kills under load`, async () => {
    const answers = new Map<number, MigrationAnswer>();
    let next = 0;
    for (let round = 0; round < rounds; round++) {
      const service = await start();
      const enough = answers.size + killAfter(round);
      const send = async (): Promise<void> => {
        while (next < crowd.length) {
          const number = next++;
          answers.set(number, await migrate(service.url, crowd[number]!, ids(`load-${number}`)));
          if (answers.size >= enough) return service.kill();
        }
      };
      await Promise.allSettled(Array.from({ length: senders }, send));
      await service.gone;
    }
    const survivor = await start();
    const asked = crowd.slice(0, next);
    const wrong: string[] = [];
    await inTurns(asked, async (line, number) => {
      const again = await untilKnown(() => migrate(survivor.url, line, ids(`load-${number}`)));
      const before = answers.get(number);
      if (before && !said(before).unknown && !mayBeTriedAgain(before) && before.text !== again.text)
        wrong.push(`${number} is answered ${again.text} after ${before.text}`);
      if (said(again).orderNumber !== orderOf(line)?.orderNumber)
        wrong.push(`${number} is answered ${again.text}`);
    });
    // MIDAS agrees with ICOMS.
    await eventually(() =>
      asked.every((line) => (orderOf(line) ? /^Complete$/ : /^Fail-/).test(statusOf(line) ?? '')),
    );
    await survivor.kill();
    expect(wrong).toEqual([]);
    expect(orders.state().askedTwice).toEqual([]);
    expect(answers.size).toBeGreaterThan(rounds);
  }, 180_000);
});

function nameOf({ after, orders, midas }: Crash): string {
  return [after, ...[orders, midas].filter(Boolean).map((fault) => `with ${fault}`)].join(' ');
}

/** How many answers a round gives before it is killed: between 1 and 64, the same in every run. */
function killAfter(round: number): number {
  return 1 + (hash('sha256', String(round), 'buffer').readUInt16BE() % 64);
}

/** Resolves when it holds; the process that is to bring it about is another. */
async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(10);
}

/** Asks again as long as the outcome is unknown. */
async function untilKnown(ask: () => Promise<MigrationAnswer>): Promise<MigrationAnswer> {
  let answer = await ask();
  // Where the line itself keeps MIDAS from answering, trying again does not help.
  for (let tries = 1; said(answer).unknown || (mayBeTriedAgain(answer) && tries < 10); tries++) {
    await wait(50);
    answer = await ask();
  }
  return answer;
}

/** MIDAS did not give the line's details in time, as it happens on a busy machine: nothing was begun. */
function mayBeTriedAgain(answer: MigrationAnswer): boolean {
  const { orderNumber, faults } = said(answer);
  return orderNumber === undefined && faults.join() === '10686 MIDAS-SYSTEM';
}

async function inTurns<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < items.length; at += senders) {
    await Promise.all(items.slice(at, at + senders).map((item, offset) => work(item, at + offset)));
  }
}
