import type { Engine } from './engine';
import { handOut } from './hand-out';
import type { Lookup } from './lookup';
import type { Returned, Row } from './statement';

/** As many are asked together at most, so that none waits long for the others. */
const LARGEST_GROUP = 500;

interface Question {
  readonly row: Row;
  readonly resolve: (found: Returned[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Asks the questions of one lookup; what comes while some are asked is asked next, together. */
export class LookupLane {
  private waiting: Question[] = [];
  private running = false;

  constructor(
    private readonly engine: Engine,
    private readonly lookup: Lookup,
  ) {}

  /** What is found, in the order of the lookup. Rejects with the engine's error. */
  ask(row: Row): Promise<Returned[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ row, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.askTogether(this.waiting.splice(0, LARGEST_GROUP));
    this.running = false;
  }

  private async askTogether(questions: readonly Question[]): Promise<void> {
    try {
      const found = await this.find(questions);
      handOut(questions, ({ resolve }, place) => resolve(found[place]!));
    } catch (error) {
      // One that the database refuses, for what it asks with, must not fail its neighbours.
      if (questions.length > 1 && this.engine.refusesRow(error)) return this.askOneByOne(questions);
      for (const { reject } of questions) reject(error);
    }
  }

  private async askOneByOne(questions: readonly Question[]): Promise<void> {
    for (const question of questions) await this.askTogether([question]);
  }

  private async find(questions: readonly Question[]): Promise<Returned[][]> {
    const rows = questions.map(({ row }, place) => [place, ...row]);
    const found: Returned[][] = questions.map(() => []);
    for (const row of await this.engine.read(this.lookup, rows)) found[row['place'] as number]!.push(row);
    return found;
  }
}
