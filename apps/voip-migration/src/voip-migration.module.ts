import { Module } from '@nestjs/common';
import { IcomsWorkOrdersModule } from '@trunkline/backends/icoms';
import { MidasModule } from '@trunkline/backends/midas';
import { voipMigrationContract } from '@trunkline/contracts/voip-migration';
import { endpoints, type Service } from '@trunkline/service';
import { FollowUp } from './settlement/follow-up';
import { Housekeeping } from './settlement/housekeeping';
import { JobCalls } from './settlement/job-calls';
import { Recovery } from './settlement/recovery';
import { SettlementJob } from './settlement/settlement.job';
import { Settlement } from './settlement/settlement';
import { StatusReporter } from './settlement/status-reporter';
import { DoubtStore } from './store/doubt.store';
import { databaseMigrations } from './store/line-migration.table';
import { LineMigrationStore } from './store/line-migration.store';
import { VoipMigrationConfig } from './voip-migration.config';
import { handlers } from './voip-migration.handlers';

/** Everything that `voip-migration` is made of. */
@Module({
  imports: [MidasModule, IcomsWorkOrdersModule],
  controllers: endpoints(voipMigrationContract, handlers),
  providers: [
    ...handlers,
    LineMigrationStore,
    DoubtStore,
    StatusReporter,
    JobCalls,
    Settlement,
    SettlementJob,
    FollowUp,
    Recovery,
    Housekeeping,
  ],
})
export class VoipMigrationModule {}

/** CreateVOIPMigrationWorkOrder in front of MIDAS and the work orders of ICOMS. */
export const voipMigration: Service<VoipMigrationConfig> = {
  name: voipMigrationContract.name,
  title: voipMigrationContract.title,
  contract: voipMigrationContract,
  module: VoipMigrationModule,
  config: VoipMigrationConfig,
  migrations: databaseMigrations,
};
