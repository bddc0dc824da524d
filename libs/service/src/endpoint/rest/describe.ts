import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiDefaultResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  type ApiResponseNoStatusOptions,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { catalogue, type FaultRow, type RefusalKind, refusals } from '@trunkline/faults';
import { type Field, fieldsOf, openApiExample, openApiSchema } from '@trunkline/fields';
import type { RestContract, RestHeaders, RestOperation } from '@trunkline/operations';
import { partOf } from '../../docs/complete-schemas';
import { retryAfter } from '../message-limit';

type DescribedHeaders = NonNullable<ApiResponseNoStatusOptions['headers']>;

/** An operation in the words of Swagger: its messages, its headers and the body of its errors. The examples are the samples. */
export function describeRest(contract: RestContract, operation: RestOperation): MethodDecorator {
  const { title, media, headers: form } = contract;
  const { name, summary, response, partial, status, headers, scope } = operation;
  const answered = form ? describeHeaders(fieldsOf(form.response)) : {};
  const own = headers ? describeHeaders(fieldsOf(headers)) : {};
  return applyDecorators(
    ApiTags(title),
    ApiOperation({ operationId: name, summary, ...(scope !== undefined && { description: needs(scope) }) }),
    ApiProduces(...media.types),
    ...describeRequest(contract, operation),
    ...(response && partial ? [ApiExtraModels(response)] : []),
    ...(form ? describeSent(form) : []),
    ...describeParameters(operation),
    ApiResponse({
      status,
      description: 'The answer',
      ...describeBody(operation),
      ...unlessEmpty({ ...answered, ...own }),
    }),
    ...describeErrors(contract, operation, answered),
  );
}

function needs(scope: string): string {
  return `Where a token is asked for, it must have the scope ${scope}.`;
}

function describeRequest(
  { media: { types, description } }: RestContract,
  { request }: RestOperation,
): MethodDecorator[] {
  if (!request) return [];
  return [
    ApiConsumes(...types),
    ApiBody({ type: request, ...(description !== undefined && { description }) }),
  ];
}

function describeBody({ response, list: isArray, partial }: RestOperation): ApiResponseNoStatusOptions {
  if (!response) return {};
  if (!partial) return { type: response, isArray };
  const part = { $ref: getSchemaPath(partOf(response)) };
  return { schema: isArray ? { type: 'array', items: part } : part };
}

/** The faults by status, and one for all refusals but those that a client does something about. */
function describeErrors(
  { faultForm, commonFaults, credentials }: RestContract,
  { faults }: RestOperation,
  answered: DescribedHeaders,
): MethodDecorator[] {
  const error = (description: string, headers = answered) => ({
    description,
    type: faultForm.body,
    ...unlessEmpty(headers),
  });
  const names = new Set([commonFaults.invalid, ...faults, commonFaults.unexpected]);
  const byStatus = Map.groupBy(
    [...names].map((name) => catalogue[name]),
    ({ status }) => status,
  );
  const refused = (kind: RefusalKind, headers: DescribedHeaders = {}) => {
    const { status, title } = refusals[kind];
    return ApiResponse({ status, ...error(title, { ...answered, ...headers }) });
  };
  return [
    ...[...byStatus].map(([status, rows]) => ApiResponse({ status, ...error(inWords(rows)) })),
    refused('Overloaded', { 'Retry-After': wait }),
    ...(credentials
      ? [refused('Unauthenticated', { 'WWW-Authenticate': challenge }), refused('Forbidden')]
      : []),
    ApiDefaultResponse(error('An error')),
  ];
}

function inWords(rows: FaultRow[]): string {
  return rows.map(({ code, description }) => `${code}: ${description}`).join('; ');
}

const wait = {
  description: 'When to come again, in seconds.',
  example: Number(retryAfter),
  schema: { type: 'integer' },
};

const challenge = { description: 'What is asked for.', schema: { type: 'string' } };

/** Without examples: Swagger UI would send them, and whoever tries twice would send a repetition. */
function describeSent({ request }: RestHeaders): MethodDecorator[] {
  return fieldsOf(request).map((field) => {
    const { name, description, optional } = field;
    return ApiHeader({ name, description, required: !optional, schema: openApiSchema(field) });
  });
}

function describeHeaders(fields: readonly Field[]): DescribedHeaders {
  const headers = fields.map((field) => {
    const { name, description } = field;
    return [name, { description, ...openApiExample(field), schema: openApiSchema(field) }] as const;
  });
  return Object.fromEntries(headers);
}

function unlessEmpty(headers: DescribedHeaders): ApiResponseNoStatusOptions {
  return Object.keys(headers).length > 0 ? { headers } : {};
}

/** What stands in the path, and what may stand in the query. */
function describeParameters({ path, parameters }: RestOperation): MethodDecorator[] {
  if (!parameters) return [];
  const inPath = path.split('/').filter((part) => part.startsWith(':'));
  return fieldsOf(parameters).map((field) => {
    const { name, description, optional } = field;
    const facts = { name, description, schema: { ...openApiExample(field), ...openApiSchema(field) } };
    return inPath.includes(`:${name}`) ? ApiParam(facts) : ApiQuery({ ...facts, required: !optional });
  });
}
