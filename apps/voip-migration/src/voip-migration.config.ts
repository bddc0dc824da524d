import { IcomsWorkOrdersConfig } from '@trunkline/backends/icoms';
import { MidasConfig } from '@trunkline/backends/midas';
import {
  CallsConfig,
  JobsConfig,
  RetentionConfig,
  ServiceConfig,
  Setting,
  Settings,
} from '@trunkline/service';

/** Every variable that `voip-migration` reads. */
export class VoipMigrationConfig extends ServiceConfig {
  override readonly port: number = 3005;

  @Setting('VOIP_MIGRATION_SETTLE_AFTER_MS', {
    type: 'integer',
    default: 60_000,
    min: 0,
    max: 86_400_000,
    description:
      'How long ICOMS may still be at work on a work order whose answer was lost, in milliseconds: one that it does not have after that was not created',
  })
  readonly settleAfter!: number;

  @Setting('VOIP_MIGRATION_RECOVERY_INTERVAL_MS', {
    type: 'integer',
    default: 10_000,
    min: 10,
    max: 3_600_000,
    description: 'How often to look for the messages of instances that did not come back, in milliseconds',
  })
  readonly recoveryInterval!: number;

  @Settings(() => CallsConfig)
  readonly calls!: CallsConfig;

  @Settings(() => JobsConfig)
  readonly jobs!: JobsConfig;

  @Settings(() => RetentionConfig)
  readonly retention!: RetentionConfig;

  @Settings(() => MidasConfig)
  readonly midas!: MidasConfig;

  @Settings(() => IcomsWorkOrdersConfig)
  readonly workOrders!: IcomsWorkOrdersConfig;
}
