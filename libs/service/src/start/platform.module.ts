import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Database, Jobs, Journal } from '@trunkline/store';
import { partsOf } from '../config/effective';
import type { ProcessConfig } from '../config/process.config';
import { ServiceConfig } from '../config/service.config';
import { Description } from '../docs/description';
import { IndexController } from '../docs/index.controller';
import { SamplesController } from '../docs/samples.controller';
import { HealthController } from '../health/health.controller';
import { Readiness } from '../health/readiness';
import { Log } from '../log/log';
import { Metrics } from '../metrics/metrics';
import { MetricsController } from '../metrics/metrics.controller';
import { Clock } from '../time/clock';
import { Ids } from '../time/ids';
import type { Store } from './store';

/** What is made before Nest starts, and handed to whoever asks for its class. */
export interface Platform {
  readonly config: ProcessConfig;
  readonly log: Log;
  readonly description: Description;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly store: Store | undefined;
}

/** What every service has, whatever it is for. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [IndexController, SamplesController, HealthController, MetricsController],
})
export class PlatformModule {
  static of({ config, log, description, clock, ids, metrics, store }: Platform): DynamicModule {
    const providers: Provider[] = [
      ...partsOf(config).map((part) => ({ provide: part.constructor, useValue: part })),
      ...(config instanceof ServiceConfig ? [{ provide: ServiceConfig, useValue: config }] : []),
      { provide: Log, useValue: log },
      { provide: Description, useValue: description },
      { provide: Clock, useValue: clock },
      { provide: Ids, useValue: ids },
      { provide: Metrics, useValue: metrics },
      { provide: Readiness, useValue: new Readiness(store?.database) },
      ...(store === undefined ? [] : storeProviders(store)),
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }
}

function storeProviders({ database, journal, jobs }: Store): Provider[] {
  return [
    { provide: Database, useValue: database },
    { provide: Journal, useValue: journal },
    { provide: Jobs, useValue: jobs },
  ];
}
