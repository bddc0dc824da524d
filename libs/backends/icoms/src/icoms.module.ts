import { Module } from '@nestjs/common';
import { Metrics } from '@trunkline/service';
import { Icoms } from './icoms';
import { IcomsConfig } from './icoms.config';
import { IcomsGateway } from './icoms.gateway';

/** Gives an app `Icoms`. The app's config class has an `IcomsConfig` for its settings. */
@Module({
  providers: [
    {
      provide: Icoms,
      useFactory: (config: IcomsConfig, metrics: Metrics) => new IcomsGateway(config, metrics),
      inject: [IcomsConfig, Metrics],
    },
  ],
  exports: [Icoms],
})
export class IcomsModule {}
