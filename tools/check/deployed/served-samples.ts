import { readable } from '../../demo/readable';

/** A sample as a service gives it out at `/samples`. */
interface Sample {
  readonly name: string;
  readonly request: Message & { readonly method: string; readonly path: string };
  readonly response: Message & { readonly status: number };
}

interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a sample's answer says, but for what differs from one time to the next. */
interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What each sample is to be answered, and what it is, by name. */
export interface Served {
  readonly expected: Readonly<Record<string, Answer>>;
  readonly actual: Readonly<Record<string, Answer>>;
}

/**
 * Sends the samples of a service that runs at an address, in their order.
 *
 * @param but The names of those that are not sent.
 */
export async function serveSamples(url: string, but: readonly string[] = []): Promise<Served> {
  const samples = (await samplesAt(url)).filter(({ name }) => !but.includes(name));
  const actual: Record<string, Answer> = {};
  for (const sample of samples) actual[sample.name] = await answerTo(url, sample);
  const expected = samples.map(({ name, response: { status, headers, body = '' } }) => {
    return [name, { status, body: lasting(body, headers['content-type']) }];
  });
  return { expected: Object.fromEntries(expected) as Record<string, Answer>, actual };
}

async function samplesAt(url: string): Promise<Sample[]> {
  const answer = await fetch(`${url}/samples`, { headers: { accept: 'application/json' } });
  return (await answer.json()) as Sample[];
}

async function answerTo(url: string, { request }: Sample): Promise<Answer> {
  const { method, path, headers, body } = request;
  const answer = await fetch(`${url}${path}`, { method, headers, body: body ?? null });
  const text = await answer.text();
  return { status: answer.status, body: lasting(text, answer.headers.get('content-type') ?? '') };
}

/** A body without the ids that are made for it and the moment that it was made at: those of a sample were made by a test's own clock. */
function lasting(body: string, contentType = ''): string {
  if (body === '') return '';
  return readable(body, contentType)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'moment');
}
