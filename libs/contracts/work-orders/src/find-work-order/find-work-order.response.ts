import { Message, TokenField } from '@trunkline/fields';
import { workOrdersSchema as schema } from '../work-orders.schema';

/** The body of a FindWorkOrder_V3 answer: it says of itself that there is none, so that nobody takes an empty answer for that. */
@Message<FindWorkOrderResponse>({
  schema,
  type: 'FindWorkOrderResponseType',
  description: 'What ICOMS has under the reference.',
  rule: ({ result, orderNumber }) =>
    result === 'FOUND' && orderNumber === undefined
      ? { path: 'orderNumber', rule: 'required', message: 'is missing' }
      : undefined,
})
export class FindWorkOrderResponse {
  @TokenField({
    description: 'FOUND, whether the work order is open or closed, or NONE.',
    example: 'FOUND',
    pattern: 'FOUND|NONE',
  })
  result!: string;

  @TokenField({
    description: 'The number of the work order, where there is one.',
    example: '2610411850301',
    pattern: '[!-~]{1,20}',
    optional: true,
  })
  orderNumber?: string;
}
