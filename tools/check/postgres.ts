import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.ts';

/** A PostgreSQL cluster that lives as long as the process that started it, however that ends. */
export interface ThrowAwayPostgres {
  readonly url: string;
  /** Stops the server for a while, in order: it lets nobody in, and cuts those off who are in. Its data stay. */
  pause(): Promise<void>;
  /** Starts it again, at the same address. */
  resume(): Promise<void>;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Does what its input says, a word a line, and repeats the word when it is done. Ends with its input, which comes when the starter calls
 * `stop` and also when it is killed: no server and no folder outlives the tests.
 */
const script = `
start() {
  pg_ctl -D "$folder/data" -l "$folder/log" -w -o "-p $port -h 127.0.0.1 -k '' -c fsync=$fsync -c max_connections=200" start >>"$folder/log" 2>&1
}
initdb -D "$folder/data" -U postgres -A trust -E UTF8 --no-locale --no-sync >"$folder/log" 2>&1 && start && echo started &&
while read -r word; do
  case $word in
    pause) pg_ctl -D "$folder/data" -m fast -w stop >>"$folder/log" 2>&1 ;;
    resume) start ;;
  esac
  echo "$word"
done || cat "$folder/log" >&2
pg_ctl -D "$folder/data" -m immediate -w stop >/dev/null 2>&1
rm -rf "$folder"
`;

/**
 * Starts PostgreSQL from the binaries of this machine; undefined where there are none. Takes about two seconds.
 *
 * @param fsync Off for tests: what they check is not the disk.
 */
export async function startPostgres(fsync: 'on' | 'off' = 'off'): Promise<ThrowAwayPostgres | undefined> {
  const binaries = findBinaries();
  if (!binaries) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-postgres-'));
  const owner = unprivilegedUser();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const port = await freePort();
  const shell = spawn('sh', ['-c', script], {
    ...owner,
    cwd: folder,
    env: {
      PATH: [binaries, '/usr/bin', '/bin'].join(delimiter),
      LC_ALL: 'C',
      folder,
      port: String(port),
      fsync,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(shell, 'exit');
  const started = await Promise.race([once(shell.stdout, 'data'), ended.then(() => undefined)]);
  if (!started) throw new Error(`PostgreSQL in ${binaries} does not start; what it says stands above.`);
  // Nothing of it keeps our process alive.
  shell.unref();
  (shell.stdout as Socket).unref();
  (shell.stdin as Socket).unref();
  const tell = async (word: string): Promise<void> => {
    const stdout = shell.stdout as Socket;
    stdout.ref();
    shell.stdin.write(`${word}\n`);
    await once(stdout, 'data');
    stdout.unref();
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pause: () => tell('pause'),
    resume: () => tell('resume'),
    stop: async () => {
      shell.ref();
      shell.stdin.end();
      await ended;
    },
  };
}

/** The newest installed version, or else the first on the PATH. */
function findBinaries(): string | undefined {
  const installed = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => version(b) - version(a));
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  return [...installed, ...onPath].find((folder) => existsSync(join(folder, 'initdb')));
}

function version(folder: string): number {
  return Number(folder.split('/')[4]);
}

/** initdb refuses root: for root, the account that PostgreSQL is installed with, or else the one that owns nothing. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = ['postgres', 'nobody'].find((user) => id('-u', user) !== undefined) ?? 'nobody';
  return { uid: Number(id('-u', name)), gid: Number(id('-g', name)) };
}

function id(flag: '-u' | '-g', user: string): string | undefined {
  try {
    return execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
