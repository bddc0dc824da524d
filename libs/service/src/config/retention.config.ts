import { Setting, type SettingOptions } from './setting';

/** For how many days something may be kept, and is where nobody says otherwise. */
export const retentionDays = {
  type: 'integer',
  default: 90,
  min: 1,
  max: 3650,
} as const satisfies Partial<SettingOptions<'integer'>>;

/** What a service can be told that has messages in its journal, or jobs: those whose config has `CallsConfig` or `JobsConfig`. */
export class RetentionConfig {
  @Setting('JOURNAL_RETENTION_DAYS', {
    ...retentionDays,
    description:
      'How long is kept what is settled, in days: messages in the journal, which so knows their repetition, and jobs that are done',
  })
  readonly days!: number;
}
