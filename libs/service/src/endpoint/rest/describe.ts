import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiDefaultResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { fieldsOf } from '@trunkline/fields';
import type { RestContract, RestOperation } from '@trunkline/operations';

/** An operation in the words of Swagger: its messages and the body of its errors. The examples are the samples. */
export function describeRest(
  { title, media, faultForm }: RestContract,
  operation: RestOperation,
): MethodDecorator {
  const { name, summary, request, response, status } = operation;
  const body = request ? [ApiConsumes(...media.types), ApiBody({ type: request })] : [];
  return applyDecorators(
    ApiTags(title),
    ApiOperation({ operationId: name, summary }),
    ApiProduces(...media.types),
    ...body,
    ...describeParameters(operation),
    ApiResponse({ status, description: 'The answer', ...(response && { type: response }) }),
    ApiDefaultResponse({ description: 'An error', type: faultForm.body }),
  );
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
