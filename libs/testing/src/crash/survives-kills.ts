import { createHash } from 'node:crypto';
import { eachDatabase, settingsOf } from '../databases/each-database';
import { crashAtVariable, type CrashPoint, crashPoints } from './crashing-service';
import { bundle, ServiceProcess } from './service-process';

/** What a message's answer says of its effect outside. */
export type Said = 'done' | 'unknown';

/** A back end whose effects can be counted, and which can wait in the middle of a call. */
export interface CountingBackEnd {
  readonly url: string;
  /** How often the message of this number had its effect. */
  effects(message: number): number;
  /** Runs `then` when the next call is there: before it has its effect, or after that and before it is answered. */
  onNextCall(when: 'before the effect' | 'after the effect', then: () => Promise<void>): void;
  close(): Promise<void>;
}

/** A service to be killed, and what the harness must know of it. */
export interface CrashSubject {
  readonly name: string;
  /** The file that calls `runCrashingService`. */
  readonly entry: string;
  startBackEnd(): Promise<CountingBackEnd>;
  /** The variables that lead the service to its back end. */
  settings(backEnd: CountingBackEnd): Record<string, string>;
  /** Sends the message of this number, the same each time, and gives the whole answer; rejects when there is none. */
  send(url: string, message: number): Promise<string>;
  said(answer: string): Said;
}

const rounds = 44;
const senders = 16;

/** Short, so that on PostgreSQL the lease of a killed process is over soon. */
const callDeadline = '1500';

/** What a repetition must be told after a kill at each point. */
const expected: Record<
  CrashPoint | 'before the effect' | 'after the effect',
  { readonly said: Said; readonly effects: number }
> = {
  'before accept': { said: 'done', effects: 1 },
  'after accept': { said: 'unknown', effects: 0 },
  'before the effect': { said: 'unknown', effects: 0 },
  'after the effect': { said: 'unknown', effects: 1 },
  'before settle': { said: 'unknown', effects: 1 },
  'after settle': { said: 'done', effects: 1 },
};

/**
 * Kills a service with SIGKILL at each named point of a message's way and at many moments under load, starts it again on the same database,
 * and holds it to its word: what was answered is answered the same, nothing had its effect twice, and what was in flight is either done when
 * it comes again or said to be unknown. On SQLite and on PostgreSQL.
 */
export function survivesKills(subject: CrashSubject): void {
  eachDatabase((place) => {
    let main: string;
    let backEnd: CountingBackEnd;
    let next = 0;

    beforeAll(async () => {
      main = await bundle(subject.entry, `crash-${subject.name}`);
      backEnd = await subject.startBackEnd();
    }, 60_000);
    afterAll(() => backEnd.close());

    const start = (crashAt?: CrashPoint) => {
      const settings = { ...settingsOf(place()), CALL_DEADLINE_MS: callDeadline };
      const crash: Record<string, string> = crashAt ? { [crashAtVariable]: crashAt } : {};
      return ServiceProcess.start(main, { ...settings, ...subject.settings(backEnd), ...crash });
    };

    const holdsToItsWord = async (message: number, point: keyof typeof expected) => {
      const service = await start();
      const answer = await subject.send(service.url, message);
      expect({ said: subject.said(answer), effects: backEnd.effects(message) }).toEqual(expected[point]);
      expect(subject.said(await subject.send(service.url, message))).toBe(expected[point].said);
      expect(backEnd.effects(message)).toBe(expected[point].effects);
      await service.kill();
    };

    it.each(crashPoints)(
      'holds to its word when it is killed %s',
      async (point) => {
        const message = next++;
        const service = await start(point);
        await expect(subject.send(service.url, message)).rejects.toThrow();
        await service.gone;
        await holdsToItsWord(message, point);
      },
      60_000,
    );

    it.each(['before the effect', 'after the effect'] as const)(
      'holds to its word when it is killed in the call, %s',
      async (point) => {
        const message = next++;
        const service = await start();
        backEnd.onNextCall(point, () => service.kill());
        await expect(subject.send(service.url, message)).rejects.toThrow();
        await holdsToItsWord(message, point);
      },
      60_000,
    );

    it(`keeps every promise through ${rounds} kills under load`, async () => {
      const first = next;
      const answers = new Map<number, string>();
      for (let round = 0; round < rounds; round++) {
        const service = await start();
        const enough = answers.size + killAfter(round);
        const send = async (): Promise<void> => {
          for (;;) {
            const message = next++;
            answers.set(message, await subject.send(service.url, message));
            if (answers.size >= enough) return service.kill();
          }
        };
        await Promise.allSettled(Array.from({ length: senders }, send));
        await service.gone;
      }
      await expectPromisesKept(first, answers);
    }, 300_000);

    const expectPromisesKept = async (first: number, answers: ReadonlyMap<number, string>) => {
      const service = await start();
      const broken: string[] = [];
      const check = async (message: number) => {
        const before = answers.get(message);
        const again = await subject.send(service.url, message);
        const effects = backEnd.effects(message);
        if (before !== undefined && again !== before) broken.push(`${message} was answered otherwise`);
        if (effects > 1) broken.push(`${message} had its effect ${effects} times`);
        if (subject.said(again) === 'done' && effects !== 1)
          broken.push(`${message} is said to be done and had ${effects} effects`);
      };
      const messages = Array.from({ length: next - first }, (_, index) => first + index);
      for (let at = 0; at < messages.length; at += senders)
        await Promise.all(messages.slice(at, at + senders).map(check));
      await service.kill();
      expect(broken).toEqual([]);
      expect(answers.size).toBeGreaterThan(rounds);
    };
  });
}

/** How many answers a round gives before it is killed: between 1 and 100, the same in every run. */
function killAfter(round: number): number {
  return 1 + (createHash('sha256').update(String(round)).digest().readUInt16BE() % 100);
}
