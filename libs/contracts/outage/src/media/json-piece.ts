import { malformedJson, offsetOfFault } from '@trunkline/operations';

export type Members = Record<string, unknown>;

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
