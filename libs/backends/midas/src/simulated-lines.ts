import data from './simulated-lines.json';
import {
  isSimulatedMidasFault,
  type SimulatedMidasFault,
  simulatedMidasFaults,
} from './simulated-midas-faults.table';

/** A telephone line, and the account that it is on. */
export interface KnownLine {
  readonly site: string;
  readonly account: string;
  readonly telephone: string;
  /** Reading its details meets it each time; updating its status every other time, beginning with the first. */
  readonly provokes?: SimulatedMidasFault | undefined;
}

/** A line that provokes something. */
export interface SimulatedLine extends KnownLine {
  readonly provokes: SimulatedMidasFault;
  readonly about: string;
}

/** Those that are shipped: docs/sandbox.md lists them. */
export const simulatedLines: readonly SimulatedLine[] = data.map((line) => {
  const { provokes } = line;
  if (!isSimulatedMidasFault(provokes))
    throw new Error(`simulated-lines.json: there is no fault ${provokes}`);
  return { ...line, provokes, about: simulatedMidasFaults[provokes].about };
});
