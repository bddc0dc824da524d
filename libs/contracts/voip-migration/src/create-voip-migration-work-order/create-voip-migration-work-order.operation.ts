import { restOperation } from '@trunkline/operations';
import { CreateVOIPMigrationWorkOrderRequest } from './create-voip-migration-work-order.request';
import { CreateVOIPMigrationWorkOrderResponse } from './create-voip-migration-work-order.response';
import { unwrapRequest } from './unwrap-request';

/** Creates the work order of a migration in ICOMS, and tells MIDAS (CONTRACTS.md section 5). */
export const createVOIPMigrationWorkOrder = restOperation({
  name: 'CreateVOIPMigrationWorkOrder',
  version: '1',
  summary:
    'Creates the work order that migrates a telephone line from TDM to Voice over Cable, and tells MIDAS.',
  method: 'POST',
  path: '/restapi/CreateVOIPMigrationWorkOrder',
  request: CreateVOIPMigrationWorkOrderRequest,
  response: CreateVOIPMigrationWorkOrderResponse,
  status: 200,
  unwrap: unwrapRequest,
  faults: ['MigrationSystemException', 'MigrationBusinessException'],
  samples: 'create-voip-migration-work-order/samples',
  effect: 'outside',
});
