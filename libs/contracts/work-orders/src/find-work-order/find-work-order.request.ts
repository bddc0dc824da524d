import { Message, TokenField } from '@trunkline/fields';
import { workOrdersSchema as schema } from '../work-orders.schema';

/** The body of a FindWorkOrder_V3 request. */
@Message({ schema, type: 'FindWorkOrderRequestType', description: 'A work order to find in ICOMS.' })
export class FindWorkOrderRequest {
  @TokenField({
    description: "The consumer's own reference of the work order.",
    example: '3f0c2a52-8c0e-4f0b-9d4e-0f6c5a1b7e11',
    minLength: 1,
    maxLength: 50,
  })
  consumerReference!: string;
}
