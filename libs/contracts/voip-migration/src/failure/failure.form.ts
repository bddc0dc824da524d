import { catalogue, type Fault, type Refusal } from '@trunkline/faults';
import type { RestFaultForm } from '@trunkline/operations';
import {
  CreateVOIPMigrationWorkOrderResponse,
  type MigrationFault,
} from '../create-voip-migration-work-order/create-voip-migration-work-order.response';
import { MigrationFailure } from './migration-failure';
import { renderFault, renderRow } from './render-fault';

/** Every error as the failure body (CONTRACTS.md section 5), also what is no message of the contract at all. */
export const failureForm: RestFaultForm = {
  body: CreateVOIPMigrationWorkOrderResponse,

  fault(fault: Fault): CreateVOIPMigrationWorkOrderResponse {
    const statusUpdate = fault instanceof MigrationFailure ? fault.statusUpdate : undefined;
    return failure([renderFault(fault), ...(statusUpdate ? [renderFault(statusUpdate)] : [])]);
  },

  refusal({ status, message, line, column }: Refusal): CreateVOIPMigrationWorkOrderResponse {
    const row = status < 500 ? catalogue.MigrationBusinessException : catalogue.MigrationSystemException;
    const place = line === undefined ? '' : ` (line ${line}, column ${column})`;
    return failure([renderRow(row, message + place)]);
  },
};

function failure(fault: MigrationFault[]): CreateVOIPMigrationWorkOrderResponse {
  return { CreateVOIPMigrationWorkOrder: { failure: { fault } } };
}
