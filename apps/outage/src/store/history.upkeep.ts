import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Log, Upkeep } from '@trunkline/service';
import { OutageConfig } from '../outage.config';
import { HistoryStore } from './history.store';

/** How often, in milliseconds. */
const interval = 600_000;

/** Now and then deletes the history that is as old as the journal of other services gets. */
@Injectable()
export class HistoryUpkeep extends Upkeep implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly history: HistoryStore,
    private readonly config: OutageConfig,
    private readonly clock: Clock,
    log: Log,
  ) {
    super(log, 'deleting old history failed; it is tried again');
  }

  onApplicationBootstrap(): void {
    this.every(interval);
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  protected async work(): Promise<void> {
    await this.history.purge(this.clock.daysAgo(this.config.journalRetention).toISOString());
  }
}
