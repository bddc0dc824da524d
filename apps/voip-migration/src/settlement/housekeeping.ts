import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Log, Upkeep } from '@trunkline/service';
import { LineMigrationStore } from '../store/line-migration.store';
import { VoipMigrationConfig } from '../voip-migration.config';
import { Recovery } from './recovery';

/** At start and now and then: recovers what was lost, and forgets what nobody asks for any more. */
@Injectable()
export class Housekeeping extends Upkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private atStart = true;

  constructor(
    private readonly recovery: Recovery,
    private readonly migrations: LineMigrationStore,
    private readonly config: VoipMigrationConfig,
    log: Log,
  ) {
    super(log, 'housekeeping failed; it is tried again');
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.tidy();
    this.every(this.config.recoveryInterval);
  }

  onModuleDestroy(): Promise<void> {
    return this.stop();
  }

  protected async work(): Promise<void> {
    await this.recovery.recover();
    // Clients are not let in before the first time ends, and very much that is old takes long.
    if (!this.atStart) await this.migrations.purge(this.config.retention.days);
    this.atStart = false;
  }
}
