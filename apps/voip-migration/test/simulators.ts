import {
  IcomsWorkOrdersSimulator,
  type KnownAccount,
  simulatedAccounts,
  simulatedWorkOrderAccounts,
  startWorkOrdersSimulator,
} from '@trunkline/backends/icoms';
import {
  type KnownLine,
  MidasSimulator,
  simulatedLines,
  startMidasSimulator,
} from '@trunkline/backends/midas';
import type { SimulatedBackEnd } from '@trunkline/testing';

/** The work orders of ICOMS as the sandbox has them, which know MIDAS's lines, and more accounts. */
export function aWorkOrdersSimulator(more: readonly KnownAccount[] = []): IcomsWorkOrdersSimulator {
  return new IcomsWorkOrdersSimulator([...simulatedLines.map(ordinary), ...more]);
}

/** MIDAS as the sandbox has it, which knows ICOMS's accounts, and more lines. */
export function aMidasSimulator(more: readonly KnownLine[] = []): MidasSimulator {
  return new MidasSimulator([
    ...[...simulatedAccounts, ...simulatedWorkOrderAccounts].map(ordinary),
    ...more,
  ]);
}

/** What `voip-migration` has behind it. */
export const backEnds: readonly SimulatedBackEnd[] = [
  {
    name: 'icoms',
    variable: 'ICOMS_WORK_ORDERS_URL',
    start: () => startWorkOrdersSimulator(aWorkOrdersSimulator()),
  },
  { name: 'midas', variable: 'MIDAS_URL', start: () => startMidasSimulator(aMidasSimulator()) },
];

type Line = Omit<KnownLine, 'provokes'>;

function ordinary({ site, account, telephone }: Line): Line {
  return { site, account, telephone };
}
