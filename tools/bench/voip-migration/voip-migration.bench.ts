import { join } from 'node:path';
import type { ServiceBench } from '../service-bench.ts';
import { engines, order, path } from './order.ts';
import { publishedLoadTrial } from './published-load.trial.ts';

const sample = join(
  import.meta.dirname,
  '../../../libs/contracts/voip-migration/src/create-voip-migration-work-order/samples/creates-a-work-order',
);

/** CreateVOIPMigrationWorkOrder with its three back-end calls, over real sockets. */
export const voipMigrationBench: ServiceBench = {
  service: 'voip-migration',
  behind: { file: 'voip-migration/back-ends.ts' },
  comparisons: [
    {
      title: 'CreateVOIPMigrationWorkOrder, three calls each',
      message: order,
      subjects: [
        {
          key: 'nest',
          name: 'Nest on Express, JSON parsed',
          runs: { file: 'servers/nest-json.ts', arguments: [path, '200', join(sample, 'response.json')] },
        },
        ...engines,
      ],
      aims: [
        { subject: 'sqlite', of: 'nest', atLeast: 0.12 },
        { subject: 'postgres', of: 'sqlite', atLeast: 0.8 },
      ],
    },
  ],
  trials: [publishedLoadTrial],
  whole: 'sqlite',
  costs: { file: 'voip-migration/costs.ts', arguments: [join(sample, 'request.json')] },
};
