import { retentionDays, ServiceConfig, Setting } from '@trunkline/service';

/** Every variable that `outage` reads. */
export class OutageConfig extends ServiceConfig {
  override readonly port: number = 3002;
  override readonly bodyLimit: number = 67_108_864;

  @Setting('OUTAGE_EXTERNAL_SYSTEMS', {
    type: 'list',
    default: ['CCB-NMS integration'],
    description: 'The outage management systems that may report, with commas between; a command adds more',
  })
  readonly externalSystems!: readonly string[];

  @Setting('OUTAGE_RECENTLY_RESTORED_DAYS', {
    type: 'integer',
    default: 30,
    min: 0,
    max: 3650,
    description: 'How long ago an event may be completed to be restored recently, in days',
  })
  readonly recentlyRestored!: number;

  // Named as that of the services with a journal: one variable says it for all of them.
  @Setting('JOURNAL_RETENTION_DAYS', {
    ...retentionDays,
    description: 'How long the history of an event is kept, in days',
  })
  readonly journalRetention!: number;

  @Setting('OUTAGE_TIME_ZONE', {
    type: 'text',
    default: 'UTC',
    description: 'The time zone that a search names as that of the system: standardBaseTimeZoneName',
  })
  readonly timeZone!: string;
}
