import { Message, TokenField } from '@trunkline/fields';
import { workOrdersSchema as schema } from '../work-orders.schema';

/** The body of a FindWorkOrder_V3 answer. */
@Message({ schema, type: 'FindWorkOrderResponseType', description: 'What ICOMS has under the reference.' })
export class FindWorkOrderResponse {
  @TokenField({
    description: 'The number of the work order, open or closed; absent when there is none.',
    example: '2610411850301',
    minLength: 1,
    maxLength: 20,
    optional: true,
  })
  orderNumber?: string;
}
