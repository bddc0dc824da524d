import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import {
  IcomsSimulator,
  IcomsWorkOrdersSimulator,
  simulatedAccounts,
  simulatedWorkOrderAccounts,
} from '@trunkline/backends/icoms';
import { type KnownLine, MidasSimulator, simulatedLines } from '@trunkline/backends/midas';
import type { Service } from '@trunkline/service';
import { json } from 'express';
import { ControlController } from './control/control.controller';
import { type SimulatedSystem, SimulatedSystems } from './control/simulated-systems';
import { IcomsController } from './icoms/icoms.controller';
import { MidasController } from './midas/midas.controller';
import { SandboxConfig } from './sandbox.config';
import { WorkOrdersController } from './work-orders/work-orders.controller';

/** The systems that it stands in for, each in a folder of its own, and one control of them all. */
@Module({
  controllers: [ControlController, IcomsController, WorkOrdersController, MidasController],
  providers: [
    IcomsSimulator,
    // What provokes something in one system is an ordinary line in the other.
    {
      provide: IcomsWorkOrdersSimulator,
      useFactory: () => new IcomsWorkOrdersSimulator(simulatedLines.map(ordinary)),
    },
    {
      provide: MidasSimulator,
      useFactory: () =>
        new MidasSimulator([...simulatedAccounts, ...simulatedWorkOrderAccounts].map(ordinary)),
    },
    {
      provide: SimulatedSystems,
      useFactory: (...systems: SimulatedSystem[]) => new SimulatedSystems(systems),
      inject: [IcomsSimulator, IcomsWorkOrdersSimulator, MidasSimulator],
    },
  ],
})
export class SandboxModule implements NestModule {
  /** Only the control takes JSON; a system reads its own requests. */
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(json({ limit: '10kb' })).forRoutes(ControlController);
  }
}

type Line = Omit<KnownLine, 'provokes'>;

function ordinary({ site, account, telephone }: Line): Line {
  return { site, account, telephone };
}

/** Stand-in back offices over real sockets, with state, and faults on demand. */
export const sandbox: Service<SandboxConfig> = {
  name: 'sandbox',
  title: 'Sandbox',
  module: SandboxModule,
  config: SandboxConfig,
};
