import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService, type RunningService, type Service, type ServiceConfig } from '@trunkline/service';
import { Database, postgresLimits } from '@trunkline/store';
import { type Kysely, sql } from 'kysely';
import type { CountingBackEnd, CrashSubject } from '../crash/survives-kills';
import { type Answering, brokenPromises, type Effects } from '../instances/promises';
import { SteadyLoad } from '../instances/steady-load';
import { cutConnections, type PostgresCluster, startCluster } from './postgres-cluster';

/** What an answer says of its message; `broken`: the contract's unexpected error, and nothing was done. */
export type SaidInTrouble = 'done' | 'unknown' | 'broken';

/** `onNextCall` where effects are outside. */
interface BackEndInTrouble extends Effects, Partial<Pick<CountingBackEnd, 'onNextCall'>> {
  /** Whether what follows from the effect of a message is done, too, where jobs do that. */
  isFollowedUp?(message: number): boolean;
}

/** A service whose database gets into trouble, and what the harness must know of it. */
export interface TroubledSubject<BackEnd extends BackEndInTrouble>
  extends Pick<CrashSubject, 'send'>, Pick<Answering, 'repeated'> {
  readonly service: Service<ServiceConfig>;
  startBackEnd(): Promise<BackEnd>;
  /** The variables that lead the service to its back end. */
  settings(backEnd: BackEnd): Record<string, string>;
  said(answer: string): SaidInTrouble;
}

/** What "at once" may take on a busy machine, in milliseconds: less than any time-out, whatever is waited for. */
const atOnce = 3_000;

/** What a busy machine may take for each test, in milliseconds. */
const patience = 180_000;

const rate = 100;
const cuts = 5;

/** The deadline is short, so that what was in flight when the database went is soon known to be in doubt. */
const fixed = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', CALL_DEADLINE_MS: '2000' };

/**
 * Takes the database away from a service in every way that a night brings: a restart, cut connections, none that is free, a full disk. It
 * says at once that it cannot, is not ready, goes on by itself, and stands by every word that it gave.
 */
export function outlivesDatabaseTrouble<BackEnd extends BackEndInTrouble>(
  subject: TroubledSubject<BackEnd>,
): void {
  const isOutside = subject.service.contract!.operations.some(({ effect }) => effect === 'outside');
  let backEnd: BackEnd;
  let running: RunningService;
  let next = 0;

  const start = async (database: Record<string, string>) => {
    backEnd = await subject.startBackEnd();
    running = await createService(subject.service, {
      ...fixed,
      ...database,
      ...subject.settings(backEnd),
    });
  };
  const stop = async () => {
    await running.close();
    await backEnd.close();
  };
  const send = (message: number) => subject.send(running.url, message);
  const readiness = async () => (await fetch(`${running.url}/health/ready`)).status;
  const isReadyByItself = async () => {
    while ((await readiness()) !== 200) await aMoment();
  };
  const effects = (message: number) => backEnd.effects(message, running.url);
  const standsByItsWord = async (answers: ReadonlyMap<number, string | Error>) => {
    for (const [message, answer] of answers) {
      // What is in an own store may be written although the connection was cut before that could be said.
      if (!isOutside || typeof answer !== 'string' || subject.said(answer) !== 'broken') continue;
      expect([message, await effects(message)]).toEqual([message, 0]);
    }
    const said = (answer: string) => {
      const say = subject.said(answer);
      return say === 'broken' ? 'unknown' : say;
    };
    expect(await brokenPromises(answers, { ...subject, send, said, effects })).toEqual([]);
    while ([...answers.keys()].some((message) => backEnd.isFollowedUp?.(message) === false)) await aMoment();
  };
  const done = async (): Promise<[number, string]> => {
    const message = next++;
    const answer = await send(message);
    expect(subject.said(answer)).toBe('done');
    return [message, answer];
  };
  const isBroken = async (limit: number): Promise<[number, string]> => {
    const message = next++;
    const start = performance.now();
    const answer = await send(message);
    expect(subject.said(answer)).toBe('broken');
    expect(performance.now() - start).toBeLessThan(limit);
    expect(await readiness()).toBe(503);
    return [message, answer];
  };

  describe('on PostgreSQL', () => {
    let cluster: PostgresCluster;

    beforeAll(async () => {
      cluster = await startCluster();
      await start({ DATABASE_URL: cluster.url });
    }, patience);
    afterAll(async () => {
      await stop();
      await cluster.stop();
    });

    it(
      'goes on after a restart of the server',
      async () => {
        const answers = new Map([await done()]);
        await cluster.pause();
        answers.set(...(await isBroken(atOnce)));
        await cluster.resume();
        await isReadyByItself();
        answers.set(...(await done()));
        await standsByItsWord(answers);
      },
      patience,
    );

    if (isOutside)
      it(
        'says that the outcome is unknown of what was done when the server went',
        async () => {
          const message = next++;
          backEnd.onNextCall!('after the effect', () => cluster.pause());
          const answer = await send(message);
          expect([subject.said(answer), await effects(message)]).toEqual(['unknown', 1]);
          await cluster.resume();
          await isReadyByItself();
          await standsByItsWord(new Map([[message, answer]]));
        },
        patience,
      );

    it(
      'goes on when its connections are cut under load',
      async () => {
        const load = new SteadyLoad(rate, next, send);
        for (let cut = 0; cut < cuts; cut++) {
          await load.more(rate / 2);
          await cutConnections(cluster.url);
        }
        await load.more(rate / 2);
        const answers = await load.stop();
        next += answers.size;
        expect([...answers.values()].filter((answer) => typeof answer !== 'string')).toEqual([]);
        await isReadyByItself();
        await standsByItsWord(answers);
      },
      patience,
    );

    it(
      'goes on when every connection was taken',
      async () => {
        const ends: (() => void)[] = [];
        const hold = () => new Promise<void>((resolve) => ends.push(resolve));
        const database = running.app.get(Database);
        const held = Array.from({ length: postgresLimits.connections }, () => database.transaction(hold));
        while (ends.length < postgresLimits.connections)
          await new Promise((resolve) => setImmediate(resolve));
        const answers = new Map([await isBroken(postgresLimits.wait + atOnce)]);
        for (const end of ends) end();
        await Promise.all(held);
        await isReadyByItself();
        await standsByItsWord(answers);
      },
      patience,
    );
  });

  describe('on SQLite', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trunkline-trouble-'));
    beforeAll(() => start({ DATA_FOLDER: folder }));
    afterAll(async () => {
      await stop();
      rmSync(folder, { recursive: true });
    });

    it(
      'goes on after a full disk',
      async () => {
        const { query } = running.app.get<Database<unknown>>(Database);
        const answers = new Map([await done()]);
        await limitPages(query, await pagesOf(query));
        while ([...answers.values()].every((answer) => subject.said(answer) === 'done'))
          answers.set(next, await send(next++));
        answers.set(...(await isBroken(atOnce)));
        await limitPages(query, unlimited);
        await isReadyByItself();
        answers.set(...(await done()));
        await standsByItsWord(answers);
      },
      patience,
    );
  });
}

/** What is waited for comes about by itself. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** https://www.sqlite.org/limits.html: SQLite answers a write beyond it as it answers one on a full disk. */
const unlimited = 1_073_741_823;

async function pagesOf(query: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(query);
  return rows[0]!.page_count;
}

async function limitPages(query: Kysely<unknown>, pages: number): Promise<void> {
  await sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(query);
}
