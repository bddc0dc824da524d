import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, start } from './child.ts';
import { MeasuredServer } from './measured-server.ts';
import { openPostgres, type Postgres } from './postgres.ts';
import { mainOf } from './programs.ts';
import type { Subject } from './service-bench.ts';

const data = join(import.meta.dirname, '../../data');

/** What each service is told: a port of its own, and a folder for its data. */
export function surroundings(folder: string): Record<string, string> {
  return { HOST: '127.0.0.1', PORT: '0', DATA_FOLDER: folder };
}

/** The servers of one run and what they need, all running at once: idle ones cost the measured one nothing. */
export class Stage {
  /** On the disk of the repository: a folder in memory would flatter SQLite. */
  readonly folder: string;
  readonly servers = new Map<Subject, MeasuredServer>();
  #postgres: Postgres | undefined;
  #sandbox: Child | undefined;
  #sandboxUrl = '';

  constructor() {
    mkdirSync(data, { recursive: true });
    this.folder = mkdtempSync(join(data, 'bench-'));
  }

  /** Starts those that can be: without PostgreSQL, those that need it are left out. */
  async start(subjects: readonly Subject[]): Promise<void> {
    const needed = new Set(subjects.flatMap(({ needs = [] }) => needs));
    if (needed.has('postgres')) this.#postgres = await openPostgres();
    if (needed.has('sandbox')) await this.#startSandbox();
    for (const subject of subjects) {
      if (subject.needs?.includes('postgres') && !this.#postgres) continue;
      this.servers.set(subject, await this.#startSubject(subject));
    }
  }

  /** What the PostgreSQL server says of its durability. */
  get postgres(): string {
    return this.#postgres?.durability ?? 'There is no PostgreSQL here: set TEST_DATABASE_URL, or install it.';
  }

  async stopServers(): Promise<void> {
    await Promise.all([...this.servers.values()].map((server) => server.stop()));
    this.servers.clear();
  }

  async close(): Promise<void> {
    await this.stopServers();
    await this.#sandbox?.stop();
    await this.#postgres?.close();
    rmSync(this.folder, { recursive: true });
  }

  async #startSandbox(): Promise<void> {
    const env = surroundings(join(this.folder, 'sandbox'));
    this.#sandbox = start({ main: mainOf({ app: 'sandbox' }), env });
    const { ready } = (await this.#sandbox.ask()) as { ready: { url: string } };
    this.#sandboxUrl = ready.url;
  }

  #startSubject(subject: Subject): Promise<MeasuredServer> {
    const places = { postgres: this.#postgres?.url ?? '', sandbox: this.#sandboxUrl };
    return MeasuredServer.start({
      main: mainOf(subject.runs),
      arguments: subject.runs.arguments ?? [],
      env: { ...surroundings(join(this.folder, subject.key)), ...subject.settings?.(places) },
    });
  }
}
