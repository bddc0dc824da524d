import { type MessageClass, readObject } from '@trunkline/fields';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { measure, type Measured } from './measure';

/**
 * Prints what reading and checking cost of a message of a REST contract.
 *
 * @param also What its contract does in place of JSON.parse, or besides.
 */
export function printRestCosts(type: MessageClass, document: string, also: readonly Measured[] = []): void {
  const value = JSON.parse(document) as object;
  const measured: Measured[] = [
    ['JSON.parse', () => JSON.parse(document) as unknown],
    ...also,
    ['checking alone, of values that are read', () => readObject(type, value)],
    ['… by class-transformer and class-validator', () => validateSync(plainToInstance(type, value))],
  ];
  process.send?.({ costs: measure(measured) });
}
