import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiDefaultResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
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
    ApiResponse({ status, description: 'The answer', ...(response && { type: response }) }),
    ApiDefaultResponse({ description: 'An error', type: faultForm.body }),
  );
}
