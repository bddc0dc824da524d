import { setTimeout as wait } from 'node:timers/promises';
import type { DynamicModule, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { effective } from '../config/effective';
import { type Environment, prefixOf } from '../config/environment';
import { loadConfig } from '../config/load-config';
import type { ServiceConfig } from '../config/service.config';
import { Description } from '../docs/description';
import { serveSwagger } from '../docs/swagger';
import { Readiness } from '../health/readiness';
import { createLog, type Log } from '../log/log';
import { NestLog } from '../log/nest-log';
import type { Service } from '../service';
import { Clock } from '../time/clock';
import { Ids } from '../time/ids';
import { drain } from './drain';
import { listen } from './http-server';
import { PlatformModule } from './platform.module';

/** What a test gives a service in place of the real thing. */
export interface ServiceOptions {
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Makes the Nest application; a test replaces providers there, with `Test.createTestingModule({ imports: [root] })`. */
  readonly application?: (
    root: DynamicModule,
    options: NestApplicationOptions,
  ) => Promise<NestExpressApplication>;
}

/** A service that answers. */
export interface RunningService<Config extends ServiceConfig = ServiceConfig> {
  readonly app: NestExpressApplication;
  /** Without a slash at its end. */
  readonly url: string;
  readonly config: Config;
  readonly log: Log;
  readonly description: Description;
  /** Stops in order: readiness fails, requests in flight are answered, everything that was opened is closed. */
  close(): Promise<void>;
}

/**
 * Starts a service in this process.
 *
 * @throws ConfigError, StartError: one line each that is wrong, for the operator. Nothing is left open.
 */
export async function createService<Config extends ServiceConfig>(
  service: Service<Config>,
  env: Environment,
  {
    clock = new Clock(),
    ids = new Ids(),
    application = NestFactory.create.bind(NestFactory),
  }: ServiceOptions = {},
): Promise<RunningService<Config>> {
  const config = loadConfig(service.config, env, prefixOf(service.name));
  const log = createLog(service.name, config.logLevel);
  log.logger.info({ config: effective(config) }, 'starting');
  const description = new Description(service);
  const platform = PlatformModule.of({ config, log, description, clock, ids });
  const root = { module: class RootModule {}, imports: [platform, service.module] };
  const app = await application(root, { bodyParser: false, abortOnError: false, logger: new NestLog(log) });
  app.disable('x-powered-by').disable('etag').set('trust proxy', config.trustProxy);
  serveSwagger(app, service);
  await app.init();
  const server = app.getHttpServer();
  const url = await listen(server, config);
  const close = async (): Promise<void> => {
    app.get(Readiness).stop();
    await wait(config.drainDelay);
    await drain(server, config.shutdownGrace);
    await app.close();
    log.flush();
  };
  return { app, url, config, log, description, close };
}
