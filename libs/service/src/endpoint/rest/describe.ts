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
import { catalogue, type FaultRow, refusals } from '@trunkline/faults';
import { type Field, fieldsOf, openApiExample, openApiSchema } from '@trunkline/fields';
import type { RestContract, RestHeaders, RestOperation } from '@trunkline/operations';
import { partOf } from '../../docs/complete-schemas';
import { retryAfter } from '../message-limit';

type DescribedHeaders = NonNullable<ApiResponseNoStatusOptions['headers']>;

/** An operation in the words of Swagger: its messages, its headers and the body of its errors. The examples are the samples. */
export function describeRest(contract: RestContract, operation: RestOperation): MethodDecorator {
  const { title, media, headers: form } = contract;
  const { name, summary, request, response, partial, status, headers } = operation;
  const body = request ? [ApiConsumes(...media.types), ApiBody({ type: request })] : [];
  const answered = form ? describeHeaders(fieldsOf(form.response)) : {};
  const own = headers ? describeHeaders(fieldsOf(headers)) : {};
  return applyDecorators(
    ApiTags(title),
    ApiOperation({ operationId: name, summary }),
    ApiProduces(...media.types),
    ...body,
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

function describeBody({ response, list: isArray, partial }: RestOperation): ApiResponseNoStatusOptions {
  if (!response) return {};
  if (!partial) return { type: response, isArray };
  const part = { $ref: getSchemaPath(partOf(response)) };
  return { schema: isArray ? { type: 'array', items: part } : part };
}

/** The faults by status, and one for all refusals but that of overload, which says when to come again. */
function describeErrors(
  { faultForm, commonFaults }: RestContract,
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
  const inWords = (rows: FaultRow[]) =>
    rows.map(({ code, description }) => `${code}: ${description}`).join('; ');
  const { status, title } = refusals.Overloaded;
  return [
    ...[...byStatus].map(([status, rows]) => ApiResponse({ status, ...error(inWords(rows)) })),
    ApiResponse({ status, ...error(title, { ...answered, 'Retry-After': wait }) }),
    ApiDefaultResponse(error('An error')),
  ];
}

const wait = {
  description: 'When to come again, in seconds.',
  example: Number(retryAfter),
  schema: { type: 'integer' },
};

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
