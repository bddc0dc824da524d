import type { SettingOptions } from '@trunkline/service';

/** What one back end is allowed of us, and what we put up with: its config class has a setting for each. */
export interface CallLimits {
  /** For a whole call, its wait and a second try included, in milliseconds. The call's own signal may end it sooner. */
  readonly deadline: number;
  /** How many calls may run at once. */
  readonly connections: number;
  /** How many more may wait for their turn. */
  readonly waiting: number;
  /** After so many failures in a row nothing is tried for the cool-down; then one call tries for all. */
  readonly breakerFailures: number;
  /** How long that is, in milliseconds. */
  readonly breakerCoolDown: number;
}

/** What a limit may be as a setting, and what it is where a back end gives no reason for another. */
export const limitSettings = {
  deadline: { type: 'integer', min: 10, max: 600_000 },
  connections: { type: 'integer', default: 60, min: 1, max: 10_000 },
  waiting: { type: 'integer', default: 240, min: 0, max: 100_000 },
  breakerFailures: { type: 'integer', default: 10, min: 1, max: 10_000 },
  breakerCoolDown: {
    type: 'integer',
    default: 5_000,
    min: 1,
    max: 600_000,
    description: 'How long that while is, in milliseconds',
  },
} as const satisfies Record<keyof CallLimits, Partial<SettingOptions<'integer'>>>;
