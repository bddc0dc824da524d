import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Log } from '@trunkline/service';
import { LineMigrationStore } from '../store/line-migration.store';
import { VoipMigrationConfig } from '../voip-migration.config';
import { Recovery } from './recovery';

/** At start and now and then: recovers what was lost, and forgets what nobody asks for any more. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly recovery: Recovery,
    private readonly migrations: LineMigrationStore,
    private readonly config: VoipMigrationConfig,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.tidy();
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.tidy());
    }, this.config.recoveryInterval);
    this.timer.unref();
  }

  /** Lets what is under way finish. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Never rejects: what fails now is done the next time. */
  private async tidy(): Promise<void> {
    try {
      await this.recovery.recover();
      await this.migrations.purge(this.config.journalRetention);
    } catch (error) {
      this.log.logger.warn({ err: error }, 'lost messages cannot be looked for; it is tried again');
    }
  }
}
