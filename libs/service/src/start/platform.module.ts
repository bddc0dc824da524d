import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { partsOf } from '../config/effective';
import { ServiceConfig } from '../config/service.config';
import { Description } from '../docs/description';
import { IndexController } from '../docs/index.controller';
import { HealthController } from '../health/health.controller';
import { Readiness } from '../health/readiness';
import { Log } from '../log/log';
import { Metrics } from '../metrics/metrics';
import { MetricsController } from '../metrics/metrics.controller';
import { Clock } from '../time/clock';
import { Ids } from '../time/ids';

/** What is made before Nest starts, and handed to whoever asks for its class. */
export interface Platform {
  readonly config: ServiceConfig;
  readonly log: Log;
  readonly description: Description;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What every service has, whatever it is for. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [IndexController, HealthController, MetricsController],
})
export class PlatformModule {
  static of({ config, log, description, clock, ids }: Platform): DynamicModule {
    const providers: Provider[] = [
      ...partsOf(config).map((part) => ({ provide: part.constructor, useValue: part })),
      { provide: ServiceConfig, useValue: config },
      { provide: Log, useValue: log },
      { provide: Description, useValue: description },
      { provide: Clock, useValue: clock },
      { provide: Ids, useValue: ids },
      Metrics,
      Readiness,
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }
}
