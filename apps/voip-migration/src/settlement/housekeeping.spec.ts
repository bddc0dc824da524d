import type { Log } from '@trunkline/service';
import type { LineMigrationStore } from '../store/line-migration.store';
import type { VoipMigrationConfig } from '../voip-migration.config';
import { Housekeeping } from './housekeeping';
import type { Recovery } from './recovery';

it('recovers at start and later, and forgets only later', async () => {
  const steps: string[] = [];
  const recovery = { recover: async () => void steps.push('recovered') } as unknown as Recovery;
  const purge = (days: number) => Promise.resolve(steps.push(`forgot what is older than ${days} days`));
  const config = { recoveryInterval: 60_000, retention: { days: 90 } } as VoipMigrationConfig;
  const housekeeping = new Housekeeping(recovery, { purge } as LineMigrationStore, config, {} as Log);
  await housekeeping.onApplicationBootstrap();
  expect(steps).toEqual(['recovered']);
  await housekeeping.tidy();
  await housekeeping.onModuleDestroy();
  expect(steps).toEqual(['recovered', 'recovered', 'forgot what is older than 90 days']);
});
