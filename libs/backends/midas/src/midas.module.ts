import { Module } from '@nestjs/common';
import { Clock, Ids, Metrics } from '@trunkline/service';
import { Midas } from './midas';
import { MidasConfig } from './midas.config';
import { MidasRest } from './midas.rest';

/** Gives an app `Midas`. The app's config class has a `MidasConfig` for its settings. */
@Module({
  providers: [
    {
      provide: Midas,
      useFactory: (config: MidasConfig, metrics: Metrics, clock: Clock, ids: Ids) =>
        new MidasRest(config, metrics, clock, ids),
      inject: [MidasConfig, Metrics, Clock, Ids],
    },
  ],
  exports: [Midas],
})
export class MidasModule {}
