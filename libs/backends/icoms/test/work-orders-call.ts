import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock, Ids, loadConfig, Metrics } from '@trunkline/service';
import { IcomsWorkOrders, type MigrationWorkOrder } from '../src/work-orders/icoms-work-orders';
import { IcomsWorkOrdersConfig } from '../src/work-orders/icoms-work-orders.config';
import { IcomsWorkOrdersModule } from '../src/work-orders/icoms-work-orders.module';

export function aWorkOrder(account = '104118503', telephoneNumber = '447874384949'): MigrationWorkOrder {
  return {
    accountIdentification: { siteReference: '26', accountNumber: account },
    telephoneNumber,
    serviceCategory: 'T',
    comment: 'alarm: no',
    consumerReference: `reference-of-${account}`,
    originatorUri: 'urn:example:crm',
  };
}

class CountingIds extends Ids {
  #last = 0;

  override next(): string {
    return `id-${++this.#last}`;
  }
}

class StandingClock extends Clock {
  override now(): Date {
    return new Date('2026-03-01T12:00:00.000Z');
  }
}

/** The client as an app gets it, in front of `url`. */
export async function workOrdersAt(
  url: string,
  settings: Record<string, string> = {},
): Promise<{ readonly orders: IcomsWorkOrders; readonly app: INestApplicationContext }> {
  const config = loadConfig(IcomsWorkOrdersConfig, { ICOMS_WORK_ORDERS_URL: url, ...settings }, 'TEST_');

  @Global()
  @Module({
    providers: [
      { provide: IcomsWorkOrdersConfig, useValue: config },
      { provide: Ids, useClass: CountingIds },
      { provide: Clock, useClass: StandingClock },
      Metrics,
    ],
    exports: [IcomsWorkOrdersConfig, Ids, Clock, Metrics],
  })
  class Surroundings {}

  @Module({ imports: [Surroundings, IcomsWorkOrdersModule] })
  class Root {}

  const app = await NestFactory.createApplicationContext(Root, { logger: false });
  return { orders: app.get(IcomsWorkOrders), app };
}
