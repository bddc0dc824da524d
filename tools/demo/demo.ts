import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readable } from './readable.ts';
import { type Sample, samplesIn } from './sample.ts';

const root = join(import.meta.dirname, '../..');

const usage = `npm run demo: sends a sample message to every operation of every service that runs, and shows the answers.

  npm run demo -- --all                    every sample, not only the first of each operation
  npm run demo -- http://localhost:4001    the services at these addresses, not those that npm start started
`;

/** What a service says of itself. */
interface Description {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
}

interface Endpoint {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly samples: string;
}

async function main(): Promise<void> {
  const options = { all: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help === true) return say(usage);
  const addresses = positionals.length > 0 ? positionals : startedHere();
  const services = await Promise.all(addresses.map(describe));
  const running = services.filter((service) => service !== undefined);
  if (running.length === 0)
    throw new Error('No service runs. Start them with npm start, in another terminal.');
  for (const { url, name, endpoints } of running) {
    for (const endpoint of endpoints) await show(url, name, endpoint, values.all === true);
  }
}

/** The addresses that `npm start` left us. */
function startedHere(): string[] {
  const file = join(root, 'data/running.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

async function describe(url: string): Promise<(Description & { url: string }) | undefined> {
  try {
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    return { ...((await answer.json()) as Description), url };
  } catch {
    return undefined;
  }
}

async function show(url: string, name: string, endpoint: Endpoint, all: boolean): Promise<void> {
  const samples = samplesIn(join(root, 'libs/contracts', name, 'src', endpoint.samples));
  for (const sample of all ? samples : samples.slice(0, 1)) await send(url, endpoint, sample);
}

async function send(url: string, endpoint: Endpoint, sample: Sample): Promise<void> {
  const { operation, method, path } = endpoint;
  const address = `${url}${sample.path ?? path}`;
  const headers = { 'content-type': contentTypeOf(endpoint, sample), ...sample.headers };
  say(`\n━━ ${operation}: ${sample.sentence}\n\n${method} ${address}\n`);
  say(`\n${readable(sample.body, sample.format)}\n`);
  const start = performance.now();
  const answer = await fetch(address, { method, headers, body: sample.body });
  const body = await answer.text();
  const milliseconds = Math.round(performance.now() - start);
  say(`\n${answer.status} ${answer.statusText}, ${milliseconds} ms\n`);
  say(`\n${readable(body, answer.headers.get('content-type') ?? '')}\n`);
}

/** REST takes XML where JSON is the rule. */
function contentTypeOf({ contentType }: Endpoint, { format }: Sample): string {
  return contentType.includes(format) ? contentType : `application/${format}`;
}

function say(text: string): void {
  process.stdout.write(text);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
