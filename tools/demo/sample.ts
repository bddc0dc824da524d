import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One sample of an operation: a folder whose name is a sentence. */
export interface Sample {
  readonly sentence: string;
  readonly format: 'xml' | 'json';
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In place of a path with parameters. */
  readonly path: string | undefined;
  /** The status that the contract answers it with. */
  readonly status: number;
}

/** What a sample's `http.json` may say. */
interface Http {
  readonly request?: { readonly headers?: Readonly<Record<string, string>>; readonly path?: string };
  readonly response?: { readonly status?: number };
}

/** The samples in a folder: those that succeed first, and of them the plainest. */
export function samplesIn(folder: string): Sample[] {
  const requests = globSync('*/request.{xml,json}', { cwd: folder });
  const samples = requests.map((request) => readSample(join(folder, request)));
  return samples.sort(
    (one, other) => failing(one) - failing(other) || one.sentence.length - other.sentence.length,
  );
}

function readSample(file: string): Sample {
  const folder = join(file, '..');
  const { request = {}, response = {} } = readHttp(join(folder, 'http.json'));
  return {
    sentence: basename(folder).replaceAll('-', ' '),
    format: file.endsWith('.json') ? 'json' : 'xml',
    body: readFileSync(file, 'utf8'),
    headers: request.headers ?? {},
    path: request.path,
    status: response.status ?? 200,
  };
}

function readHttp(file: string): Http {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Http) : {};
}

function failing({ status }: Sample): number {
  return status < 400 ? 0 : 1;
}
