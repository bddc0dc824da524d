export { createWorkOrder } from './create-work-order/create-work-order.operation';
export {
  AccountIdentification,
  CreateWorkOrderRequest,
  TelephoneServiceSwap,
  WorkOrderHeader,
} from './create-work-order/create-work-order.request';
export { CreateWorkOrderResponse } from './create-work-order/create-work-order.response';
export { findWorkOrder } from './find-work-order/find-work-order.operation';
export { FindWorkOrderRequest } from './find-work-order/find-work-order.request';
export { FindWorkOrderResponse } from './find-work-order/find-work-order.response';
export { openWorkOrderNumber } from './open-work-order';
export { workOrdersContract } from './work-orders.contract';
