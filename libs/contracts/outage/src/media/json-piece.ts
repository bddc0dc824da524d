import { Refusal } from '@trunkline/faults';
import { malformedJson, offsetOfFault } from '@trunkline/operations';

export type Members = Record<string, unknown>;

export const [quote, comma, openArray, closeArray, openObject, closeObject, backslash] = [
  34, 44, 91, 93, 123, 125, 92,
] as const;

/** Deeper than any message, and than anything unknown may be in it. */
export const deepest = 64;

export function tooDeep(): Refusal {
  return new Refusal('Malformed', `The message is nested deeper than ${deepest}`);
}

/** @throws Refusal Malformed, with line and column; or nested deeper than 64. */
export function parseShortJson(text: string): unknown {
  const value = parseWhole(text);
  if (opensMore(text, deepest) && isDeeper(text, deepest)) throw tooDeep();
  return value;
}

/** Whether so much may be open at once at all. Most messages have not as many brackets, and to look at each character takes longer. */
function opensMore(text: string, most: number): boolean {
  let left = most;
  for (const opening of ['{', '['])
    for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1))
      if (left-- === 0) return true;
  return false;
}

/** Of a text that is JSON. */
function isDeeper(text: string, most: number): boolean {
  let [depth, inString] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) inString = !inString;
    else if (inString) at += character === backslash ? 1 : 0;
    else if (character === openArray || character === openObject) depth++;
    else if (character === closeArray || character === closeObject) depth--;
    if (depth > most) return true;
  }
  return false;
}

/**
 * Parses the elements or members that stand in `text` between two offsets, at least one.
 *
 * @throws Refusal Malformed, with the place in the whole text.
 */
export function parsePiece(text: string, from: number, end: number, isArray: boolean): unknown[] | Members {
  const elements = parseWithin(text, from, end, isArray, '');
  for (const _any in elements) return elements;
  throw malformedJson(text, end);
}

/** @throws Refusal Malformed, with line and column. */
export function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedJson(text);
  }
}

/** The name of the member whose value begins at `end`. */
export function parseName(text: string, from: number, end: number): string {
  return Object.keys(parseWithin(text, from, end, false, ' null'))[0]!;
}

/** Refuses what is not blank between two offsets. */
export function requireBlank(text: string, from: number, end: number): void {
  const found = /[^ \t\n\r]/.exec(text.slice(from, end));
  if (found) throw malformedJson(text, from + found.index);
}

function parseWithin(
  text: string,
  from: number,
  end: number,
  isArray: boolean,
  rest: string,
): unknown[] | Members {
  const [opening, closing] = isArray ? '[]' : '{}';
  const piece = opening + text.slice(from, end) + rest + closing;
  try {
    return JSON.parse(piece) as unknown[] | Members;
  } catch {
    throw malformedJson(text, Math.min(from + offsetOfFault(piece) - 1, end));
  }
}
