import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpCaller } from '@trunkline/outbound';
import { Metrics } from '@trunkline/service';
import { IcomsWorkOrdersConfig } from './icoms-work-orders.config';

/** An answer is a header and a number or a fault. */
const maxAnswerBytes = 256 * 1024;

/** The guarded connections to CreateWorkOrder_V3. */
@Injectable()
export class WorkOrdersCaller extends HttpCaller implements OnApplicationShutdown {
  constructor(config: IcomsWorkOrdersConfig, metrics: Metrics) {
    const { url, deadline, connections, waiting, breakerFailures, breakerCoolDown } = config;
    const limits = {
      deadlineMs: deadline,
      bulkhead: { running: connections, waiting },
      breaker: { failures: breakerFailures, coolDownMs: breakerCoolDown },
    };
    super({ name: 'icoms-work-orders', baseUrl: url, maxAnswerBytes, ...limits }, metrics);
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}
