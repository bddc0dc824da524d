import { Message, TokenField } from '@trunkline/fields';
import { workOrdersSchema as schema } from '../work-orders.schema';

/** The body of a CreateWorkOrder_V3 answer (CONTRACTS.md section 6.2). */
@Message({ schema, type: 'CreateWorkOrderResponseType', description: 'The work order was created.' })
export class CreateWorkOrderResponse {
  @TokenField({
    description: 'The number of the work order.',
    example: '2610411850301',
    pattern: '[!-~]{1,20}',
  })
  orderNumber!: string;
}
