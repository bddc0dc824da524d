import { jsonMedia, restContract } from '@trunkline/operations';
import { createVOIPMigrationWorkOrder } from './create-voip-migration-work-order/create-voip-migration-work-order.operation';
import { failureForm } from './failure/failure.form';
import { vmmdHeaders } from './headers/vmmd-headers';

/** What `voip-migration` promises: the work orders of the integration flow Service Problem Management (CONTRACTS.md section 5). */
export const voipMigrationContract = restContract({
  name: 'voip-migration',
  title: 'CreateVOIPMigrationWorkOrder',
  summary:
    'Creates the work orders that migrate telephone lines from TDM to Voice over Cable, and tells MIDAS.',
  folder: __dirname,
  media: {
    ...jsonMedia,
    // Not as alternatives of the schema: of these generators make one class with both spellings, which does not compile.
    description:
      'The request may also be wrapped, as `{"CreateVOIPMigrationWorkOrder": {…}}`, and accountIdentification be spelt AccountIdentification.',
  },
  headers: vmmdHeaders,
  faultForm: failureForm,
  commonFaults: {
    unexpected: 'MigrationSystemException',
    invalid: 'MigrationBusinessException',
    repeated: 'MigrationBusinessException',
    inDoubt: 'MigrationSystemException',
  },
  operations: [createVOIPMigrationWorkOrder],
});
