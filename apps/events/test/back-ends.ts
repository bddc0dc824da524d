import { startIcomsSimulator } from '@trunkline/backends/icoms';
import type { SimulatedBackEnd } from '@trunkline/testing';

/** What `events` has behind it, as the sandbox has it. */
export const backEnds: readonly SimulatedBackEnd[] = [
  { name: 'icoms', variable: 'ICOMS_URL', start: () => startIcomsSimulator() },
];
