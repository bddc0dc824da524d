import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiDefaultResponse,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  type ApiResponseNoStatusOptions,
  ApiTags,
} from '@nestjs/swagger';
import { fieldsOf } from '@trunkline/fields';
import type { RestContract, RestHeaders, RestOperation } from '@trunkline/operations';

/** An operation in the words of Swagger: its messages, its headers and the body of its errors. The examples are the samples. */
export function describeRest(
  { title, media, faultForm, headers: form }: RestContract,
  operation: RestOperation,
): MethodDecorator {
  const { name, summary, request, response, list: isArray, status } = operation;
  const body = request ? [ApiConsumes(...media.types), ApiBody({ type: request })] : [];
  const headers = form && describeAnswered(form);
  return applyDecorators(
    ApiTags(title),
    ApiOperation({ operationId: name, summary }),
    ApiProduces(...media.types),
    ...body,
    ...(form ? describeSent(form) : []),
    ...describeParameters(operation),
    ApiResponse({
      status,
      description: 'The answer',
      ...(response && { type: response, isArray }),
      ...headers,
    }),
    ApiDefaultResponse({ description: 'An error', type: faultForm.body, ...headers }),
  );
}

/** Without examples: Swagger UI would send them, and whoever tries twice would send a repetition. */
function describeSent({ request }: RestHeaders): MethodDecorator[] {
  return fieldsOf(request).map(({ name, description, optional }) =>
    ApiHeader({ name, description, required: !optional }),
  );
}

function describeAnswered({ response }: RestHeaders): Pick<ApiResponseNoStatusOptions, 'headers'> {
  const headers = fieldsOf(response).map(
    ({ name, description, example }) => [name, { description, example, schema: { type: 'string' } }] as const,
  );
  return { headers: Object.fromEntries(headers) };
}

/** What stands in the path, and what may stand in the query. */
function describeParameters({ path, parameters }: RestOperation): MethodDecorator[] {
  if (!parameters) return [];
  const inPath = path.split('/').filter((part) => part.startsWith(':'));
  return fieldsOf(parameters).map(({ name, kind, description, example, optional }) => {
    const type = kind === 'integer' ? Number : String;
    const facts = { name, description, type, ...(example !== undefined && { example }) };
    return inPath.includes(`:${name}`) ? ApiParam(facts) : ApiQuery({ ...facts, required: !optional });
  });
}
