import { soapContract } from '@trunkline/operations';
import { messageHeader, typedFault } from '@trunkline/soap';
import { createWorkOrder } from './create-work-order/create-work-order.operation';
import { findWorkOrder } from './find-work-order/find-work-order.operation';
import { workOrdersSchema } from './work-orders.schema';

/** What ICOMS promises of its work orders (CONTRACTS.md section 6.2): our client is made from it, and the sandbox serves it. */
export const workOrdersContract = soapContract({
  name: 'work-orders',
  title: 'CreateWorkOrder_V3',
  summary: 'Creates work orders in ICOMS, and finds them again.',
  folder: __dirname,
  service: 'CreateWorkOrder_V3',
  schema: workOrdersSchema,
  path: '/icoms/CreateWorkOrder_V3',
  versions: ['1.1'],
  header: messageHeader,
  faultForm: typedFault,
  commonFaults: {
    unexpected: 'UnexpectedError',
    invalid: 'FieldValidationError',
    repeated: 'FieldValidationError',
    inDoubt: 'IcomsSystemException',
    overloaded: 'UnexpectedError',
  },
  operations: [createWorkOrder, findWorkOrder],
});
