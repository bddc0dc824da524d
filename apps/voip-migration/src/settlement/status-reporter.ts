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
   * Tells what came of the last work order of the line. False when that has changed meanwhile: then it is to be told again, since nobody knows
   * which of the two arrived last. So whoever reports last, a request or a job that comes late, leaves in MIDAS what is true.
   *
   * @throws Fault of MIDAS.
   */
  async report(telephoneNumber: string, call: Call): Promise<boolean> {
    const latest = await this.migrations.findLatest(telephoneNumber);
    if (!latest) return true;
    await this.midas.updateStatus(reportOf(latest), latest.originatorUri, call);
    return (await this.migrations.findLatest(telephoneNumber))?.id === latest.id;
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
