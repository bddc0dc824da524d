// Written by `npm run published`, from what the others import of this lib.
export { createWorkOrder } from './create-work-order/create-work-order.operation';
export { CreateWorkOrderRequest } from './create-work-order/create-work-order.request';
export { findWorkOrder } from './find-work-order/find-work-order.operation';
export { FindWorkOrderRequest } from './find-work-order/find-work-order.request';
export { openWorkOrderNumber } from './open-work-order';
export { workOrdersContract } from './work-orders.contract';
