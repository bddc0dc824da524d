import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Log } from '@trunkline/service';
import { OutageConfig } from '../outage.config';
import { HistoryStore } from './history.store';

/** How often, in milliseconds. */
const interval = 600_000;
const day = 24 * 3_600_000;

/** Now and then deletes the history that is as old as the journal of other services gets. */
@Injectable()
export class HistoryUpkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly history: HistoryStore,
    private readonly config: OutageConfig,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.running = this.running.then(() => this.tidy())), interval);
    this.timer.unref();
  }

  /** Lets what is under way finish. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Once. Never rejects: what fails now is done the next time. */
  async tidy(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.journalRetention * day);
    try {
      await this.history.purge(before.toISOString());
    } catch (error) {
      this.log.logger.warn({ err: error }, 'deleting old history failed; it is tried again');
    }
  }
}
