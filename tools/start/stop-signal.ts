/**
 * Resolves when we shall stop: by a signal, or because our parent is gone. npm hands SIGTERM to the shell between us only, which
 * dies of it and tells us nothing.
 */
export function whenStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.env['npm_lifecycle_event'] !== undefined) whenOrphaned(resolve);
  });
}

function whenOrphaned(resolve: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) resolve();
  }, 250);
  watch.unref();
}
