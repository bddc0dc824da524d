import type { Call } from '@trunkline/service';

/** A telephone line, and the account that it is on. */
export interface MidasLine {
  readonly telephoneNumber: string;
  readonly accountNumber: string;
  readonly siteReference: number;
}

/** What MIDAS knows of a line that is to be migrated. */
export interface LineDetails {
  /** The service category of ICOMS. */
  readonly serviceCategory: string;
  /** What the customer was asked beforehand. */
  readonly questionnaire: readonly { readonly question: string; readonly answer: string }[];
}

/** How far the migration of a line has come, in MIDAS's own words. */
export const migrationStatuses = ['Complete', 'Fail-Open WO', 'Fail-Others'] as const;
export type MigrationStatus = (typeof migrationStatuses)[number];

/** What to tell MIDAS of a line. */
export interface StatusReport {
  readonly telephoneNumber: string;
  readonly status: MigrationStatus;
  /** Why, where it failed. */
  readonly reason?: string | undefined;
  /** The code of that. */
  readonly reasonCode?: string | undefined;
  readonly comments?: string | undefined;
}

/**
 * What MIDAS, the register of lines and their migration, can do for us (CONTRACTS.md section 6.3). This class is the port, its token for
 * injection and its manual; `MidasRest` is what does it.
 *
 * Every method throws a `Fault`; midas.faults.ts has the table of its rows. `originatorUri` says who started the process.
 */
export abstract class Midas {
  /**
   * What the work order of a migration needs to know of the line. Changes nothing.
   *
   * @throws Fault `MidasNoAccountFound` when MIDAS knows no such line on that account, others of the table.
   */
  abstract lineDetails(line: MidasLine, originatorUri: string, call: Call): Promise<LineDetails>;

  /**
   * Sets the migration status of a line; what was set before does not matter, and setting the same twice is harmless.
   *
   * @throws Fault
   */
  abstract updateStatus(report: StatusReport, originatorUri: string, call: Call): Promise<void>;
}
