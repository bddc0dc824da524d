import type { CreateWorkOrderRequest } from '@trunkline/contracts/work-orders';
import type { MigrationWorkOrder } from './icoms-work-orders';
import type { IcomsWorkOrdersConfig } from './icoms-work-orders.config';

type Codes = Pick<
  IcomsWorkOrdersConfig,
  'callCode' | 'workOrderTaskCode' | 'salesReasonCode' | 'salesTypeCode'
>;

/** The request that creates a work order, with the codes that make it a migration. */
export function createWorkOrderRequest(order: MigrationWorkOrder, codes: Codes): CreateWorkOrderRequest {
  const { accountIdentification, serviceCategory, telephoneNumber, consumerReference, comment } = order;
  const { callCode, workOrderTaskCode, salesReasonCode, salesTypeCode } = codes;
  // In the order of the schema: node-soap writes a message in the order of its properties.
  return {
    accountIdentification: {
      accountNumber: accountIdentification.accountNumber,
      siteReference: accountIdentification.siteReference,
    },
    workOrderHeader: {
      callCode,
      workOrderTaskCode,
      salesReasonCode,
      salesTypeCode,
      // node-soap writes what looks like CDATA as it is.
      ...(comment && { orderComment: comment.replace('<![CDATA[', '<[CDATA[') }),
      prorateWorkOrder: false,
      consumerReference,
    },
    serviceCategory,
    telephoneServiceSwap: { telephoneNumber },
  };
}
