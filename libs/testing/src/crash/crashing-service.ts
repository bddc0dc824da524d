import { createService, type Service } from '@trunkline/service';
import { Journal } from '@trunkline/store';

/** A step of a message's way: the part of the service that does it, and the method. */
export type CrashSteps = Readonly<Record<string, readonly [part: unknown, method: string]>>;

const journalSteps = { accept: [Journal, 'accept'], settle: [Journal, 'settle'] } as const;

/** Where the process of a service with a journal may be killed, between two lines of a message's way (docs/lifecycle.md). */
export const crashPoints = ['before accept', 'after accept', 'before settle', 'after settle'] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** What the harness tells the process that it starts: `before` or `after` a step, or nothing. */
export const crashAtVariable = 'TRUNKLINE_CRASH_AT';

type Work = (...args: unknown[]) => Promise<unknown>;

/**
 * Runs a service that kills itself, as `kill -9` would, at the point that the harness names: the first message that comes there ends the
 * process, after a step however that ended. The service knows nothing of it; the methods are wrapped from outside.
 */
export async function runCrashingService(service: Service, steps: CrashSteps = journalSteps): Promise<void> {
  const { [crashAtVariable]: point, ...env } = process.env;
  const { app, url, close } = await createService(service, env);
  process.once('disconnect', () => process.exit(1));
  process.once('SIGTERM', () => void close().then(() => process.exit(0)));
  for (const [name, [part, method]] of Object.entries(steps)) {
    const instance = app.get<Record<string, Work>>(part as never);
    instance[method] = around(instance[method]!.bind(instance), name, point);
  }
  process.send?.(url);
}

function around(work: Work, name: string, point: string | undefined): Work {
  return async (...args) => {
    if (point === `before ${name}`) dieNow();
    try {
      return await work(...args);
    } finally {
      if (point === `after ${name}`) dieNow();
    }
  };
}

function dieNow(): void {
  process.kill(process.pid, 'SIGKILL');
}
