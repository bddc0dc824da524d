import { setTimeout as wait } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ProcessConfig } from '../config/process.config';
import type { MessageLimit } from '../endpoint/message-limit';
import { Readiness } from '../health/readiness';
import type { Closing } from './closing';
import { drain, endConnections } from './drain';
import { listen } from './http-server';
import { ManagementPort } from './management';

/** How many listeners share the service's own port. */
const doors = 128;

/** Where a service is reached. */
export interface Ports {
  /** Without a slash at its end. */
  readonly url: string;
  /** Undefined where it has no management port. */
  readonly managementUrl: string | undefined;
}

/**
 * Lets clients in.
 *
 * @param prefix That of the service's own variables, for what the operator is told.
 * @param messages Those under way; undefined where there are none.
 * @throws StartError when a port cannot be had.
 */
export async function openPorts(
  app: NestExpressApplication,
  config: ProcessConfig,
  prefix: string,
  messages: MessageLimit | undefined,
  closing: Closing,
): Promise<Ports> {
  const { host, port, managementPort, shutdownGrace } = config;
  const server = app.getHttpServer();
  const management = new ManagementPort(app.getHttpAdapter().getInstance());
  // It answers for as long as the service is there, and so is closed after it.
  closing.add(() => management.close());
  const variables = { host: `${prefix}HOST`, port: `${prefix}PORT` };
  const opened = await listen(server, { host, port, variables }, doors);
  closing.add(() => drain(server, shutdownGrace, opened.doors, async () => messages?.idle()));
  // The last: who asks there sends clients once it answers.
  const managementUrl =
    managementPort === undefined
      ? undefined
      : await management.open({
          host,
          port: managementPort,
          variables: { ...variables, port: `${prefix}MANAGEMENT_PORT` },
        });
  // Not before: nobody has to notice that a service goes which has not started.
  closing.add(() => stopWanting(app, config));
  return { url: opened.url, managementUrl };
}

/** Readiness fails, and clients are told to leave; they and their balancers get the time to notice. */
async function stopWanting(app: NestExpressApplication, { drainDelay }: ProcessConfig): Promise<void> {
  app.get(Readiness).stop();
  endConnections(app.getHttpServer());
  await wait(drainDelay);
}
