import { createService, type Service } from '@trunkline/service';
import { Journal } from '@trunkline/store';

/** Where the process of a service may be killed, between two lines of a message's way (docs/lifecycle.md). */
export const crashPoints = ['before accept', 'after accept', 'before settle', 'after settle'] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** What the harness tells the process that it starts. */
export const crashAtVariable = 'TRUNKLINE_CRASH_AT';

/**
 * Runs a service that kills itself, as `kill -9` would, at the point that the harness names: the first message that comes there ends the
 * process. The service knows nothing of it; the journal's methods are wrapped from outside.
 */
export async function runCrashingService(service: Service): Promise<void> {
  const { [crashAtVariable]: point, ...env } = process.env;
  const { app, url, close } = await createService(service, env);
  process.once('disconnect', () => process.exit(1));
  process.once('SIGTERM', () => void close().then(() => process.exit(0)));
  const journal = app.get(Journal);
  journal.accept = around(journal.accept.bind(journal), 'accept', point);
  journal.settle = around(journal.settle.bind(journal), 'settle', point);
  process.send?.(url);
}

function around<Args extends unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
  name: 'accept' | 'settle',
  point: string | undefined,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    if (point === `before ${name}`) dieNow();
    const result = await work(...args);
    if (point === `after ${name}`) dieNow();
    return result;
  };
}

function dieNow(): void {
  process.kill(process.pid, 'SIGKILL');
}
