import type { DynamicModule, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { effective } from '../config/effective';
import { type Environment, prefixOf } from '../config/environment';
import { loadConfig } from '../config/load-config';
import type { ProcessConfig } from '../config/process.config';
import { Description } from '../docs/description';
import { serveSwagger } from '../docs/swagger';
import { EndpointModule, mountEndpoints } from '../endpoint/endpoint.module';
import { MessageLimit } from '../endpoint/message-limit';
import { createLog, type Log } from '../log/log';
import { NestLog } from '../log/nest-log';
import { Metrics } from '../metrics/metrics';
import type { Service } from '../service';
import { Clock } from '../time/clock';
import { Ids } from '../time/ids';
import { Closing } from './closing';
import { hasDatabase, openDatabaseOf } from './database';
import { type Platform, PlatformModule } from './platform.module';
import { openPorts, type Ports } from './ports';
import { openStore, startWork } from './store';

/** What a test gives a service in place of the real thing. */
export interface ServiceOptions {
  readonly clock?: Clock;
  readonly ids?: Ids;
  /**
   * Makes the Nest application: a test replaces providers there.
   *
   * @example
   * const module = await Test.createTestingModule({ imports: [root] }).overrideProvider(Icoms).useValue(stub).compile();
   * return module.createNestApplication<NestExpressApplication>(options);
   */
  readonly application?: (
    root: DynamicModule,
    options: NestApplicationOptions,
  ) => Promise<NestExpressApplication>;
}

/** A service that answers. */
export interface RunningService<Config extends ProcessConfig = ProcessConfig> extends Ports {
  readonly app: NestExpressApplication;
  readonly config: Config;
  readonly log: Log;
  readonly description: Description;
  /** Stops in order: readiness fails, requests in flight are answered, everything that was opened is closed. */
  close(): Promise<void>;
}

/**
 * Starts a service in this process.
 *
 * @throws ConfigError, StartError: for the operator, a line each that is wrong. Nothing stays open.
 */
export async function createService<Config extends ProcessConfig>(
  service: Service<Config>,
  env: Environment,
  options: ServiceOptions = {},
): Promise<RunningService<Config>> {
  const closing = new Closing();
  try {
    return await open(service, env, options, closing);
  } catch (error) {
    // What does not close after that is not why it cannot start.
    await closing.run().catch(() => undefined);
    throw error;
  }
}

/** Brings the database of a service up to date, and nothing else. */
export async function migrateOnly(service: Service, env: Environment): Promise<void> {
  const config = loadConfig(service.config, env, prefixOf(service.name));
  if (!hasDatabase(service, config)) return;
  const database = await openDatabaseOf(service, config);
  await database.close();
}

async function open<Config extends ProcessConfig>(
  service: Service<Config>,
  env: Environment,
  { clock = new Clock(), ids = new Ids(), application = createApplication }: ServiceOptions,
  closing: Closing,
): Promise<RunningService<Config>> {
  const prefix = prefixOf(service.name);
  const config = loadConfig(service.config, env, prefix);
  const log = createLog(service.name, config.logLevel);
  closing.add(() => log.flush());
  log.logger.info({ config: effective(config) }, 'starting');
  const description = new Description(service);
  const facts = { config, log, clock, ids, description, metrics: new Metrics() };
  const store = hasDatabase(service, config) ? await openStore(service, facts, closing) : undefined;
  const app = await application(rootOf(service, { ...facts, store }), nestOptions(log));
  closing.add(() => app.close());
  await prepare(app, service, config);
  if (store !== undefined) await startWork(store, facts, closing);
  const messages = service.contract && app.get(MessageLimit);
  const ports = await openPorts(app, config, prefix, messages, closing);
  return { app, ...ports, config, log, description, close: () => closing.run() };
}

function createApplication(
  root: DynamicModule,
  options: NestApplicationOptions,
): Promise<NestExpressApplication> {
  return NestFactory.create<NestExpressApplication>(root, options);
}

function nestOptions(log: Log): NestApplicationOptions {
  return { bodyParser: false, abortOnError: false, logger: new NestLog(log) };
}

function rootOf<Config extends ProcessConfig>(
  { contract, module, soap }: Service<Config>,
  platform: Platform & { readonly config: Config },
): DynamicModule {
  const endpoints = contract === undefined ? [] : [EndpointModule.of(contract, soap?.(platform.config))];
  return { module: class RootModule {}, imports: [PlatformModule.of(platform), ...endpoints, module] };
}

async function prepare(app: NestExpressApplication, service: Service, config: ProcessConfig): Promise<void> {
  // In production Express never shows a stack, should anything get past our filters.
  app.set('env', 'production').disable('x-powered-by').disable('etag');
  if (service.contract !== undefined && hasDatabase(service, config)) {
    app.set('trust proxy', config.trustProxy);
    mountEndpoints(app, service.contract, config);
  }
  serveSwagger(app, service);
  await app.init();
}
