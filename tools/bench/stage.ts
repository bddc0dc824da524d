import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, start } from './child.ts';
import { MeasuredServer } from './measured-server.ts';
import { openPostgres, type Postgres } from './postgres.ts';
import { mainOf } from './programs.ts';
import type { Program, Subject } from './service-bench.ts';

const data = join(import.meta.dirname, '../../data');

/** What each service is told: ports of its own, and a folder for its data. */
export function surroundings(folder: string): Record<string, string> {
  return { HOST: '127.0.0.1', PORT: '0', DATA_FOLDER: folder };
}

/** The servers of one run and what they need, all running at once: idle ones cost the measured one nothing. */
export class Stage {
  /** On the disk of the repository: a folder in memory would flatter SQLite. */
  readonly folder: string;
  readonly servers = new Map<Subject, MeasuredServer>();
  /** What was said of the databases that were filled. */
  readonly filled = new Map<Subject, string>();
  readonly #tell: (progress: string) => void;
  readonly #behindRuns: Program | undefined;
  #postgres: Postgres | undefined;
  #behind: { readonly child: Child; readonly url: string } | undefined;

  /** @param behind What stands in for the systems behind the servers. */
  constructor(behind: Program | undefined, tell: (progress: string) => void) {
    this.#behindRuns = behind;
    this.#tell = tell;
    mkdirSync(data, { recursive: true });
    this.folder = mkdtempSync(join(data, 'bench-'));
  }

  /** Starts those that can be: without PostgreSQL, those that need it are left out. */
  async start(subjects: readonly Subject[]): Promise<void> {
    const needed = new Set(subjects.flatMap(({ needs = [] }) => needs));
    if (needed.has('postgres')) this.#postgres ??= await openPostgres();
    if (needed.has('behind')) this.#behind ??= await this.#startBehind();
    for (const subject of subjects) {
      if (subject.needs?.includes('postgres') && !this.#postgres) continue;
      const shared = [...this.servers].find(([{ key }]) => key === subject.sharing)?.[1];
      this.servers.set(subject, shared ?? (await this.#startSubject(subject)));
    }
  }

  /** The one server of a subject that could be started. */
  serverOf(subject: Subject): MeasuredServer {
    return this.servers.get(subject)!;
  }

  /** What stands in for the systems behind the servers. */
  get behind(): Child {
    return this.#behind!.child;
  }

  /** What the PostgreSQL server says of its durability. */
  get postgres(): string {
    return this.#postgres?.durability ?? 'There is no PostgreSQL here: set TEST_DATABASE_URL, or install it.';
  }

  async stopServers(): Promise<void> {
    await Promise.all([...new Set(this.servers.values())].map((server) => server.stop()));
    this.servers.clear();
  }

  async close(): Promise<void> {
    await this.stopServers();
    await this.#behind?.child.stop();
    await this.#postgres?.close();
    rmSync(this.folder, { recursive: true });
  }

  async #startBehind(): Promise<{ child: Child; url: string }> {
    const env = surroundings(join(this.folder, 'behind'));
    const child = start({ main: mainOf(this.#behindRuns!), env });
    const { ready } = (await child.ask()) as { ready: { url: string } };
    return { child, url: ready.url };
  }

  async #startSubject(subject: Subject): Promise<MeasuredServer> {
    const { key, name, runs, fill, needs = [] } = subject;
    const postgres = needs.includes('postgres') ? await this.#postgres!.makeDatabase() : '';
    const settings = subject.settings?.({ postgres, behind: this.#behind?.url ?? '' });
    const env = { ...surroundings(join(this.folder, key)), ...settings };
    if (fill) {
      this.#tell(`filling the database: ${name}`);
      this.filled.set(subject, await finish(fill, env));
    }
    return MeasuredServer.start({ main: mainOf(runs), arguments: runs.arguments ?? [], env });
  }
}

/** Runs a program that fills a database, to its end. */
async function finish(program: Program, env: Readonly<Record<string, string>>): Promise<string> {
  const child = start({ main: mainOf(program), arguments: program.arguments ?? [], env });
  const { filled } = await child.ask();
  await child.stop();
  return String(filled);
}
