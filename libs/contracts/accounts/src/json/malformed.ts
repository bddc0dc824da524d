import { Refusal } from '@trunkline/faults';

/** Longer ones are cut: an error does not repeat a message. */
const longestName = 50;

/** Text that is no JSON, or none that can be taken one way only; `what` is wrong at the offset. */
export function malformed(text: string, offset: number, what: string): Refusal {
  return new Refusal('Malformed', `The message cannot be read as JSON: ${what}`, placeOf(text, offset));
}

/** An offset as people look for it. */
export function place(text: string, offset: number): string {
  const { line, column } = placeOf(text, offset);
  return `line ${line}, column ${column}`;
}

/** A name or a character from the message, so that nothing in it can be taken for ours. */
export function nameOf(name: string): string {
  return JSON.stringify(name.length > longestName ? `${name.slice(0, longestName)}…` : name);
}

/** Counted from 1, the column in UTF-16 units, as editors do. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
