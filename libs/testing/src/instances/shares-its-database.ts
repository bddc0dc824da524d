import { type JobState, type JobTables, type JournalTables, openDatabase, timestamp } from '@trunkline/store';
import { type Kysely, sql } from 'kysely';
import { bundle, ServiceProcess } from '../crash/service-process';
import type { CrashSubject } from '../crash/survives-kills';
import { onPostgres } from '../databases/each-database';
import { Instances } from './instances';
import { type Answering, brokenPromises, type Effects } from './promises';
import { type Outcome, SteadyLoad } from './steady-load';

/** Jobs that can be kept from being done, so that another instance than the one that wrote them has to. */
export interface HeldJobs {
  hold(): void;
  release(): void;
  /** How often the job of this message was done. */
  done(message: number): number;
}

export interface SharedBackEnd extends Effects {
  /** Absent where the service leaves no job behind. */
  readonly jobs?: HeldJobs;
}

/** A service of which several instances run, and what the harness must know of it. */
export interface SharedSubject<BackEnd extends SharedBackEnd>
  extends Answering, Pick<CrashSubject, 'name' | 'send'> {
  /** The app's own `main.ts`. */
  readonly main: string;
  /** Folders that the app's build puts beside its `main.js`. */
  readonly beside?: readonly string[];
  /** Messages a second. */
  readonly rate: number;
  /** Whether its messages leave jobs behind. */
  readonly jobs: boolean;
  startBackEnd(): Promise<BackEnd>;
  /** The variables that lead the service to its back end. */
  settings(backEnd: BackEnd): Record<string, string>;
}

const count = 3;
const rushes = 10;
const rushSize = 40;
const jobCount = 20;

/** The delay gives the balancer the time to notice that an instance stops. */
const settings = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', DRAIN_DELAY_MS: '1000' };

/**
 * Three processes of a service on one PostgreSQL behind a plain round-robin: what one of them has done the others know, whichever of them
 * dies or is restarted. A kill under load loses what was on the open sockets of the killed one, a rolling restart loses nothing.
 */
export function sharesItsDatabase<BackEnd extends SharedBackEnd>(subject: SharedSubject<BackEnd>): void {
  const { repeated = (answer) => answer } = subject;

  onPostgres((place) => {
    let backEnd: BackEnd;
    let instances: Instances;
    let next = 0;

    beforeAll(async () => {
      const main = await bundle(subject.main, `instances-${subject.name}`, subject.beside);
      backEnd = await subject.startBackEnd();
      const env = { ...settings, DATABASE_URL: place().url!, ...subject.settings(backEnd) };
      instances = await Instances.start(count, () => ServiceProcess.start(main, env));
    }, 60_000);
    afterAll(async () => {
      await instances.close();
      await backEnd.close();
    });

    /** Asks the database itself. */
    const look = async <R>(query: (tables: Kysely<JobTables & JournalTables>) => Promise<R>): Promise<R> => {
      const database = await openDatabase<JobTables & JournalTables>({
        ...place(),
        name: subject.name,
        instance: 'test',
      });
      return query(database.query).finally(() => database.close());
    };
    const send = (message: number) => subject.send(instances.balancer.url, message);
    /** Nobody waits a minute for the lease of one that was killed. */
    const letLeasesPass = () =>
      look((tables) =>
        tables
          .updateTable('journal')
          .set({ lease_until: timestamp(0) })
          .where('state', '=', 'RUNNING')
          .execute(),
      );
    const effects = (message: number) => backEnd.effects(message, instances.balancer.url);
    const isDone = (outcome: Outcome) => typeof outcome === 'string' && subject.said(outcome) === 'done';
    /** Of messages that an instance gets at once. */
    const numbers = () => Array.from({ length: rushSize }, () => next++);
    const load = () => new SteadyLoad(subject.rate, next, send);

    /** One is answered first, whichever it is, and the others as its repetitions. */
    const expectOneDone = (answers: readonly string[]) => {
      const first = answers.find((answer) => repeated(answer) !== answer) ?? answers[0]!;
      const others = answers.toSpliced(answers.indexOf(first), 1);
      expect([subject.said(first), new Set(others)]).toEqual(['done', new Set([repeated(first)])]);
    };
    const keepsItsWord = async (outcomes: ReadonlyMap<number, Outcome>) =>
      expect(await brokenPromises(outcomes, { ...subject, send, effects })).toEqual([]);

    it('has its tables made once, by one of those that start at the same time', async () => {
      const made = await look((tables) => sql`SELECT DISTINCT xmin::text FROM migration`.execute(tables));
      expect(made.rows).toHaveLength(1);
    });

    it('gives those who send the same message at once, to any instance, one answer and one effect', async () => {
      for (let rush = 0; rush < rushes; rush++) {
        const messages = numbers();
        const copies = instances.processes.map(({ url }) =>
          messages.map((message) => subject.send(url, message)),
        );
        const answers = await Promise.all(copies.map((sent) => Promise.all(sent)));
        messages.forEach((_, at) => expectOneDone(answers.map((of) => of[at]!)));
        expect(await Promise.all(messages.map(effects))).toEqual(messages.map(() => 1));
      }
    }, 120_000);

    it('lets no instance wait in a circle with others', async () => {
      for (let rush = 0; rush < rushes; rush++) {
        const sent = instances.processes.flatMap(({ url }, at) => {
          const messages = numbers();
          const inItsOrder = at % 2 ? messages.toReversed() : messages;
          return inItsOrder.map((message) => subject.send(url, message));
        });
        expect(new Set((await Promise.all(sent)).map(subject.said))).toEqual(new Set(['done']));
      }
      // All that there were until now. Whoever met one was kept waiting for a second, and did not know why.
      const { rows } = await look((tables) =>
        sql`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`.execute(tables),
      );
      expect(rows).toEqual([{ deadlocks: 0 }]);
    }, 120_000);

    it('loses, of one that is killed under load, only what was on its open sockets', async () => {
      const { broken } = instances.balancer;
      const killed = instances.processes[0]!.url;
      const running = load();
      await running.more(subject.rate);
      await instances.kill(0);
      await running.more(subject.rate);
      await instances.replace(0);
      await running.more(subject.rate);
      const outcomes = await running.stop();
      next += outcomes.size;
      const lost = [...outcomes.values()].filter((outcome) => typeof outcome !== 'string');
      expect(new Set([killed, ...broken])).toEqual(new Set([killed]));
      expect(lost).toHaveLength(broken.length);
      expect([...outcomes.values()].filter(isDone)).toHaveLength(outcomes.size - lost.length);
      await letLeasesPass();
      await keepsItsWord(outcomes);
    }, 300_000);

    it('loses nothing when each is restarted in turn under load', async () => {
      const before = instances.balancer.broken.length;
      const running = load();
      const exitCodes: (number | null)[] = [];
      for (let index = 0; index < count; index++) {
        await running.more(subject.rate / 2);
        exitCodes.push(await instances.stop(index));
        await instances.replace(index);
      }
      const outcomes = await running.stop();
      next += outcomes.size;
      expect(instances.balancer.broken.slice(before)).toEqual([]);
      expect([...outcomes.values()].filter((outcome) => !isDone(outcome))).toEqual([]);
      expect(exitCodes).toEqual([0, 0, 0]);
      await keepsItsWord(outcomes);
    }, 300_000);

    if (!subject.jobs) return;

    it('leaves its jobs to the others when it stops', async () => {
      const { hold, release, done } = backEnd.jobs!;
      const messages = Array.from({ length: jobCount }, () => next++);
      const { url } = instances.processes[0]!;
      hold();
      for (const message of messages) await subject.send(url, message);
      await instances.stop(0);
      const jobs = (state: JobState) =>
        look((tables) => tables.selectFrom('job').select('id').where('state', '=', state).execute());
      expect((await jobs('WAITING')).length).toBeGreaterThanOrEqual(jobCount);
      release();
      while ((await jobs('WAITING')).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await jobs('DEAD')).toEqual([]);
      expect(messages.map(done)).toEqual(messages.map(() => 1));
    }, 60_000);
  });
}
