import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contextFiles, copyContext } from './context';
import { commandOf, type Instruction, type Stage, textsOf, variablesOf } from './dockerfile';

/** Free ones, in place of the image's own. */
export interface Ports {
  readonly port: number;
  readonly managementPort: number;
}

/** What the steps of our Dockerfile make, in a folder instead of an image: no engine is needed for that. */
export class BuiltImage {
  readonly root = mkdtempSync(join(tmpdir(), 'trunkline-image-'));
  private readonly workspace = join(this.root, 'workspace');
  private readonly user: { uid: number; gid: number } | undefined;

  constructor(
    build: Stage,
    private readonly run: Stage,
    private readonly args: Readonly<Record<string, string>>,
  ) {
    mkdirSync(this.workspace);
    const files = contextFiles();
    for (const step of build.instructions) this.doBuildStep(step, files);
    for (const text of textsOf(run, 'COPY')) this.copyFromBuild(text);
    const [uid = 0, gid = 0] = textsOf(run, 'USER').at(-1)!.split(':').map(Number);
    // Only root can become another; whoever else runs the tests is nobody in particular already.
    this.user = process.getuid?.() === 0 ? { uid, gid } : undefined;
    if (this.user) chownSync(join(this.root, 'data'), uid, gid);
    execFileSync('chmod', ['a+rx', this.root]);
    execFileSync('chmod', ['-R', 'a-w', join(this.root, 'app')]);
    rmSync(this.workspace, { recursive: true });
  }

  private doBuildStep({ keyword, text }: Instruction, files: readonly string[]): void {
    if (keyword === 'COPY') copyContext(files, text.split(' ').slice(0, -1), this.workspace);
    if (keyword !== 'RUN') return;
    const env = { ...process.env, ...this.args, npm_config_prefer_offline: 'true' };
    execFileSync('sh', ['-ec', text], { cwd: this.workspace, env, stdio: 'pipe' });
  }

  /** `--from=build /workspace/image/app /app`; node itself is the test's own. */
  private copyFromBuild(text: string): void {
    const [from = '', to = ''] = text.split(' ').filter((word) => !word.startsWith('--'));
    if (!from.startsWith('/workspace/')) return;
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    cpSync(join(this.root, from), join(this.root, to), { recursive: true });
  }

  /** Starts what the image starts. */
  start(ports: Ports): ChildProcess {
    const [, ...args] = commandOf(textsOf(this.run, 'ENTRYPOINT')[0]!);
    return spawn(process.execPath, args, {
      ...this.surroundings(ports),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** Whether the image's own check finds the service in good health. */
  isHealthy(ports: Ports): boolean {
    const [, ...args] = commandOf(textsOf(this.run, 'HEALTHCHECK')[0]!);
    return spawnSync(process.execPath, args, this.surroundings(ports)).status === 0;
  }

  private surroundings({ port, managementPort }: Ports) {
    const { DATA_FOLDER: data = '', ...env } = variablesOf(this.run);
    const ports = { PORT: String(port), MANAGEMENT_PORT: String(managementPort) };
    const own = { ...env, ...ports, DATA_FOLDER: join(this.root, data) };
    return { cwd: join(this.root, textsOf(this.run, 'WORKDIR')[0]!), env: own, ...this.user };
  }

  remove(): void {
    execFileSync('chmod', ['-R', 'u+w', this.root]);
    rmSync(this.root, { recursive: true });
  }
}

/** Resolves when a service has logged that it is ready, rejects when it ends before. */
export async function ready(service: ChildProcess): Promise<void> {
  const ended = once(service, 'exit').then(() => Promise.reject(new Error('it ended before it was ready')));
  // Whoever stops it later waits for its end, too.
  ended.catch(() => undefined);
  for (;;) {
    const [text] = (await Promise.race([once(service.stdout!, 'data'), ended])) as [Buffer];
    if (text.toString().includes('"ready"')) return;
  }
}
