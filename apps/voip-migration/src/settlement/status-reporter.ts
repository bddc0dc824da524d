import { Injectable } from '@nestjs/common';
import { Midas, type StatusReport } from '@trunkline/backends/midas';
import type { Call } from '@trunkline/service';
import type { SettledMigration } from '../store/line-migration';
import { LineMigrationStore } from '../store/line-migration.store';

/** Tells MIDAS how the migration of a line stands. */
@Injectable()
export class StatusReporter {
  constructor(
    private readonly midas: Midas,
    private readonly migrations: LineMigrationStore,
  ) {}

  /**
   * Tells what came of the last work order of the line, and tells again where that has changed meanwhile: so whoever reports last, a request
   * or a job that comes late, leaves in MIDAS what is true.
   *
   * @throws Fault of MIDAS.
   */
  async report(telephoneNumber: string, call: Call): Promise<void> {
    for (let told: string | undefined; ;) {
      const latest = await this.migrations.findLatest(telephoneNumber);
      if (!latest || latest.id === told) return;
      await this.midas.updateStatus(reportOf(latest), latest.originatorUri, call);
      told = latest.id;
    }
  }
}

function reportOf({ telephoneNumber, outcome }: SettledMigration): StatusReport {
  if ('orderNumber' in outcome) {
    return { telephoneNumber, status: 'Complete', comments: `Work order ${outcome.orderNumber}` };
  }
  const { faultName, row, text } = outcome.fault;
  const status = faultName === 'IcomsWorkOrderOpen' ? 'Fail-Open WO' : 'Fail-Others';
  return { telephoneNumber, status, reason: text ?? row.description, reasonCode: row.code };
}
