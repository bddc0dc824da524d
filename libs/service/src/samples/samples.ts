import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, Operation } from '@trunkline/operations';

/** One exchange of a contract as plain files: `samples/<a sentence>/{request,response}.{xml,json}`, `http.json`, `backends.json`. */
export interface Sample {
  /** The folder's name: the sentence that it shows. */
  readonly name: string;
  readonly folder: string;
  readonly operation: Operation;
  readonly request: SampleMessage & { readonly method: string; readonly path: string };
  /** Its body is undefined where there is none: not recorded yet, or an answer without one. */
  readonly response: SampleMessage & { readonly status: number };
}

/** What one side of an exchange sends. */
export interface SampleMessage {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What `http.json` may say where an exchange differs from the ordinary: everything in it is optional. */
interface HttpFacts {
  readonly request?: {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Record<string, string>;
  };
  readonly response?: { readonly status?: number; readonly headers?: Record<string, string> };
}

/** Every sample of a contract, by operation and name. */
export function samplesOf(contract: Contract): Sample[] {
  return contract.operations.flatMap((operation) => {
    const folder = join(contract.folder, operation.samples);
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    return names.map((name) => readSample(contract, operation, join(folder, name), name));
  });
}

function readSample(contract: Contract, operation: Operation, folder: string, name: string): Sample {
  const http = JSON.parse(readIn(folder, 'http.json') ?? '{}') as HttpFacts;
  const request = readMessage(contract, folder, 'request', http.request?.headers);
  const response = readMessage(contract, folder, 'response', http.response?.headers);
  const { method, path, status } = ordinary(contract, operation);
  return {
    name,
    folder,
    operation,
    request: { method: http.request?.method ?? method, path: http.request?.path ?? path, ...request },
    response: { status: http.response?.status ?? status, ...response },
  };
}

function ordinary(
  contract: Contract,
  operation: Operation,
): { method: string; path: string; status: number } {
  if (operation.form === 'rest') return operation;
  return { method: 'POST', path: contract.form === 'soap' ? contract.path : '', status: 200 };
}

function readMessage(
  contract: Contract,
  folder: string,
  side: string,
  headers: Record<string, string> = {},
): SampleMessage {
  const ending = ['xml', 'json'].find((candidate) => existsSync(join(folder, `${side}.${candidate}`)));
  if (!ending) return { headers, body: undefined };
  const body = readIn(folder, `${side}.${ending}`);
  return { headers: { 'content-type': mediaTypeOf(contract, ending), ...headers }, body };
}

function mediaTypeOf(contract: Contract, ending: string): string {
  if (contract.form === 'soap') return 'text/xml; charset=utf-8';
  return contract.media.types.find((type) => type.endsWith(ending)) ?? `application/${ending}`;
}

function readIn(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
