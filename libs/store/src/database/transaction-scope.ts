import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Knows whether the running code was started by a transaction that is still under way. SQLite has one writer: what writes
 * beside the transaction from within it would wait for itself for ever, so that it is refused instead.
 */
export class TransactionScope {
  private readonly storage = new AsyncLocalStorage<{ open: boolean }>();

  async enter<R>(work: () => Promise<R>): Promise<R> {
    const transaction = { open: true };
    try {
      return await this.storage.run(transaction, work);
    } finally {
      transaction.open = false;
    }
  }

  refuseInside(): void {
    if (!this.storage.getStore()?.open) return;
    throw new Error(
      'This write stands beside the transaction that it is started from: write through that transaction.',
    );
  }
}
