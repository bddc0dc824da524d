import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command-line/command-line.ts';
import { readable } from './readable.ts';
import { firstOfEach, plainestFirst, type Sample } from './sample.ts';

const root = join(import.meta.dirname, '../..');

const usage = `npm run demo: sends a sample message to every operation of every service that runs, and shows the answers.

  npm run demo -- --all                    every sample, not only the plainest of each operation
  npm run demo -- http://localhost:4001    the services at these addresses, not those that npm start started`;

const options = { all: { type: 'boolean', default: false } } as const;

await runCommand(usage, options, ({ values, positionals }) =>
  demonstrate(positionals.length > 0 ? positionals : startedHere(), values.all),
);

/** @returns The exit code. */
async function demonstrate(addresses: readonly string[], all: boolean): Promise<number> {
  const running = (await Promise.all(addresses.map(samplesAt))).filter((samples) => samples !== undefined);
  if (running.length === 0) {
    console.error('No service runs. Start them with npm start, in another terminal.');
    return 1;
  }
  for (const { url, samples } of running) {
    for (const sample of all ? samples : firstOfEach(samples)) await send(url, sample);
  }
  return 0;
}

/** The addresses that `npm start` leaves. */
function startedHere(): string[] {
  const file = join(root, 'data/running.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

/** Undefined when nobody answers there. */
async function samplesAt(url: string): Promise<{ url: string; samples: Sample[] } | undefined> {
  try {
    const answer = await fetch(`${url}/samples`, { headers: { accept: 'application/json' } });
    return { url, samples: plainestFirst((await answer.json()) as Sample[]) };
  } catch {
    return undefined;
  }
}

async function send(url: string, { operation, name, request }: Sample): Promise<void> {
  const { method, path, headers, body } = request;
  console.log(`\n━━ ${operation}: ${name.replaceAll('-', ' ')}\n\n${method} ${url}${path}\n`);
  if (body !== undefined) console.log(`${readable(body, headers['content-type'])}\n`);
  const start = performance.now();
  const answer = await fetch(`${url}${path}`, { method, headers, body: body ?? null });
  const text = await answer.text();
  console.log(`${answer.status} ${answer.statusText}, ${Math.round(performance.now() - start)} ms\n`);
  console.log(readable(text, answer.headers.get('content-type') ?? undefined));
}
