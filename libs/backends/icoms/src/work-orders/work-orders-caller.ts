import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpCaller } from '@trunkline/outbound';
import { Metrics } from '@trunkline/service';
import { IcomsWorkOrdersConfig } from './icoms-work-orders.config';

/** The guarded connections to CreateWorkOrder_V3. */
@Injectable()
export class WorkOrdersCaller extends HttpCaller implements OnApplicationShutdown {
  constructor(config: IcomsWorkOrdersConfig, metrics: Metrics) {
    super('icoms-work-orders', config, metrics);
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}
