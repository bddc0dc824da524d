import { root, soapOperation } from '@trunkline/operations';
import { workOrdersSchema } from '../work-orders.schema';
import { CreateWorkOrderRequest } from './create-work-order.request';
import { CreateWorkOrderResponse } from './create-work-order.response';

/** Creates a work order (CONTRACTS.md section 6.2). ICOMS knows no repetition: a line with an open one is refused. */
export const createWorkOrder = soapOperation({
  name: 'CreateWorkOrder_V3',
  version: '3',
  summary: 'Creates a work order on an account in ICOMS.',
  request: root('CreateWorkOrderRequest', CreateWorkOrderRequest),
  response: root('CreateWorkOrderResponse', CreateWorkOrderResponse),
  action: `${workOrdersSchema.namespace}/CreateWorkOrder_V3`,
  faults: ['IcomsBusinessException', 'IcomsSystemException'],
  samples: 'create-work-order/samples',
  effect: 'outside',
});
