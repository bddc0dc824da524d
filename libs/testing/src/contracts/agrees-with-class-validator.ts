import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { type MessageClass, readObject } from '@trunkline/fields';
import { jsonValues } from '../documents/json';
import { patience, proofs } from '../proofs.config';
import { withoutMessageRules } from './verdict';

/** The decorators of a message class, run by class-validator, and the compiled check refuse the same JSON values. */
export function agreesWithClassValidator(types: readonly MessageClass[]): void {
  const numRuns = Math.ceil(proofs.runs / types.length);
  it.each(types.map((type) => [type.name, type] as const))(
    'class-validator agrees with the compiled check of %s',
    (_, type) => {
      const agree = fc.property(jsonValues(type), (value) => {
        const ours = faultsOf(type, value);
        expect({ valid: ours.length === 0, ours }).toEqual({
          valid: passesClassValidator(type, value),
          ours,
        });
      });
      fc.assert(agree, { numRuns, seed: proofs.seed });
    },
    patience,
  );
}

function faultsOf(type: MessageClass, value: unknown): object[] {
  const { message, faults } = readObject(type, value);
  return withoutMessageRules(type, message, faults);
}

function passesClassValidator(type: MessageClass, value: unknown): boolean {
  // It validates objects only; Nest's pipe leaves other values alone, too.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return validateSync(plainToInstance(type, value)).length === 0;
}
