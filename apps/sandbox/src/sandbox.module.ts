import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { IcomsSimulator } from '@trunkline/backends/icoms';
import type { Service } from '@trunkline/service';
import { json } from 'express';
import { ControlController } from './control/control.controller';
import { SimulatedSystems } from './control/simulated-systems';
import { IcomsController } from './icoms/icoms.controller';
import { SandboxConfig } from './sandbox.config';

/** The systems that it stands in for, each in a folder of its own, and one control of them all. */
@Module({
  controllers: [ControlController, IcomsController],
  providers: [
    IcomsSimulator,
    {
      provide: SimulatedSystems,
      useFactory: (icoms: IcomsSimulator) => new SimulatedSystems([icoms]),
      inject: [IcomsSimulator],
    },
  ],
})
export class SandboxModule implements NestModule {
  /** Only the control takes JSON; a system reads its own requests. */
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(json({ limit: '10kb' })).forRoutes(ControlController);
  }
}

/** Stand-in back offices over real sockets, with state, and faults on demand. */
export const sandbox: Service<SandboxConfig> = {
  name: 'sandbox',
  title: 'Sandbox',
  module: SandboxModule,
  config: SandboxConfig,
};
