import { root, soapOperation } from '@trunkline/operations';
import { workOrdersSchema } from '../work-orders.schema';
import { FindWorkOrderRequest } from './find-work-order.request';
import { FindWorkOrderResponse } from './find-work-order.response';

/** Says whether a work order was created: what a consumer asks whose answer was lost. */
export const findWorkOrder = soapOperation({
  name: 'FindWorkOrder_V3',
  version: '3',
  summary: "Finds a work order in ICOMS by its consumer's reference.",
  request: root('FindWorkOrderRequest', FindWorkOrderRequest),
  response: root('FindWorkOrderResponse', FindWorkOrderResponse),
  action: `${workOrdersSchema.namespace}/FindWorkOrder_V3`,
  faults: ['IcomsSystemException'],
  samples: 'find-work-order/samples',
  effect: 'outside',
});
