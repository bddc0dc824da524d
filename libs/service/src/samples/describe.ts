import type { OpenAPIObject } from '@nestjs/swagger';
import { Refusal, refusals } from '@trunkline/faults';
import type {
  Contract,
  Operation,
  RestContract,
  RestOperation,
  SoapContract,
  SoapOperation,
  SoapVersion,
} from '@trunkline/operations';
import { mediaTypes } from '@trunkline/soap';
import { type Sample, type SampleMessage, samplesOf } from './samples';

interface MediaTypeObject {
  schema?: object;
  examples?: Record<string, { summary: string; value: unknown }>;
}

type Content = Record<string, MediaTypeObject>;

interface DescribedAnswer {
  description: string;
  headers?: object;
  content?: Content;
}

interface Described {
  operationId?: string;
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, DescribedAnswer>;
}

type Paths = Record<string, Record<string, Described>>;

/**
 * Completes the OpenAPI document that Nest makes of a service: SOAP operations, which OpenAPI knows nothing of, and every sample as
 * an example that can be sent as it stands.
 */
export function describeContract(document: OpenAPIObject, contract: Contract): OpenAPIObject {
  const paths = document.paths as unknown as Paths;
  if (contract.form === 'soap')
    contract.operations.forEach((operation, index) => addSoap(paths, contract, operation, index));
  for (const sample of samplesOf(contract)) addSample(paths, sample);
  if (contract.form === 'rest')
    for (const operation of contract.operations) addRefusals(paths, contract, operation);
  return document;
}

/** What no sample shows: its request would have to be large, or many. */
const unshown = ['TooLarge', 'Overloaded'] as const;

function addRefusals(paths: Paths, { media, faultForm }: RestContract, operation: RestOperation): void {
  const described = describedAs(paths, operation);
  if (!described?.requestBody) return;
  const { method, path } = operation;
  const context = { operation, method, base: 'http://localhost', url: path, at: '2026-01-31T09:30:00.000Z' };
  for (const refusal of unshown.map((kind) => new Refusal(kind))) {
    const answer = (described.responses[refusal.status] ??= answerOf(described, refusal.status));
    const body = faultForm.refusal(refusal, context);
    for (const type of media.types) {
      const written = [...media.write(faultForm.body, body, type)].join('');
      addExample((answer.content ??= {}), refusal.message, {
        headers: { 'content-type': type },
        body: written,
      });
    }
  }
}

/** OpenAPI has one operation for a path and method: further ones get the address with a fragment, which no client sends. */
function addSoap(
  paths: Paths,
  contract: SoapContract,
  { name, summary, action }: SoapOperation,
  index: number,
): void {
  const { path, title, versions } = contract;
  const described = {
    operationId: name,
    tags: [title],
    summary,
    description: `SOAP 1.1 (text/xml) and SOAP 1.2 (application/soap+xml). SOAPAction: "${action}", or none.`,
    requestBody: { required: true, content: contentOf(versions) },
    responses: refusalsOf(contract),
  };
  paths[index === 0 ? path : `${path}#${name}`] = { post: described };
}

/** All but these come with the samples, which nobody is asked for credentials in. */
function refusalsOf({ versions, credentials }: SoapContract): Described['responses'] {
  if (!credentials) return {};
  const { status, title: description } = refusals.Unauthenticated;
  return { [status]: { description, content: contentOf(versions) } };
}

/** The version that the contract names first is what Swagger UI offers first. */
function contentOf(versions: readonly SoapVersion[]): Content {
  const types = versions.map((version) => mediaTypes[version].split(';', 1)[0]!);
  return Object.fromEntries(types.map((type) => [type, { schema: envelope }]));
}

/** Swagger UI shows an XML example as it stands only where the schema is an object with a name. */
const envelope = { type: 'object', xml: { name: 'Envelope' } };

function addSample(paths: Paths, sample: Sample): void {
  const { name, operation, request, response } = sample;
  const described = describedAs(paths, operation);
  if (!described) return;
  if (described.requestBody && isInItsBody(sample)) addExample(described.requestBody.content, name, request);
  const answer = (described.responses[response.status] ??= answerOf(described, response.status));
  if (response.body !== undefined) addExample((answer.content ??= {}), name, response);
}

/** What a sample shows by its method, its address or its headers an example of a body cannot show. */
function isInItsBody({ operation, request, response }: Sample): boolean {
  if (request.body === undefined || elsewhere.includes(response.status)) return false;
  return operation.form === 'soap' || (request.method === operation.method && !request.path.includes('?'));
}

const elsewhere = [404, 405, 406, 415];

/** An answer with a status that only samples tell of: an error is like every error, another like the ordinary one. */
function answerOf({ responses }: Described, status: number): DescribedAnswer {
  const ordinary = Object.keys(responses).find((each) => each < '400');
  const { content = {}, headers } = responses[status < 400 ? (ordinary ?? '') : 'default'] ?? {};
  const schemas = Object.entries(content).map(([type, { schema }]) => [type, { schema }] as const);
  const description = status < 400 ? 'The answer' : 'A fault';
  return { description, ...(headers && { headers }), content: Object.fromEntries(schemas) };
}

function describedAs(paths: Paths, { name }: Operation): Described | undefined {
  return Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === name);
}

function addExample(content: Content, name: string, { headers, body }: SampleMessage): void {
  const type = headers['content-type']!.split(';', 1)[0]!;
  const media = (content[type] ??= { schema: type.includes('xml') ? envelope : { type: 'string' } });
  const value = type.endsWith('json') ? valueOf(body!) : body;
  (media.examples ??= {})[name] = { summary: name.replaceAll('-', ' '), value };
}

/**
 * JSON as a value, unless that would say something else or keep readers from the document: a sample may be broken on purpose, have
 * 19.90 in it, or half of a surrogate pair.
 */
function valueOf(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    const isSame = JSON.stringify(value) === json.replaceAll(stringOrBlanks, '$1');
    return isSame && !surrogate.test(json) ? value : json;
  } catch {
    return json;
  }
}

const stringOrBlanks = /("(?:[^"\\]|\\.)*")|\s+/g;

/** As JSON.stringify writes those that are no pair. */
const surrogate = /\\ud[89a-f]/;
