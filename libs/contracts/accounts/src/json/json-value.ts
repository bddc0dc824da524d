/** A JSON value without loss: objects keep the order of their members, and numbers their digits. */
export type JsonValue = null | boolean | string | JsonNumber | JsonArray | JsonObject;

export type JsonArray = readonly JsonValue[];

/** A map, since no member's name means anything to it (`__proto__`), nor moves to the front (`10`). */
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** A number as it was written: JSON has more of them than a double can tell apart. */
export class JsonNumber {
  constructor(readonly text: string) {}

  /** One text for each value: 19.90, 19.9 and 1990e-2 are `19.9`. */
  get canonical(): string {
    const [, sign = '', whole = '', fraction = '', power = '0'] = parts.exec(this.text) ?? [];
    const digits = (whole + fraction).replace(/^0+/, '');
    // Each run of zeros is looked at once, from its start.
    const significant = digits.replace(/(?<!0)0+$/, '');
    if (significant === '') return '0';
    const zeros = digits.length - significant.length - fraction.length;
    return sign + positional(significant, BigInt(power) + BigInt(zeros));
  }

  /** The number, where it is an integer; NaN otherwise. One that a double cannot hold is beyond what any integer may be. */
  get integer(): number {
    const { canonical } = this;
    return /^-?\d+$/.test(canonical) ? Number(canonical) : NaN;
  }
}

/** More digits than any quantity has. */
export const longestNumber = 1000;

/** Whether a text is a number as JSON has them; zeros may stand in front. */
export function isNumber(text: string): boolean {
  return text.length <= longestNumber && parts.test(text);
}

const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Beyond so many zeros nobody writes them. */
const mostZeros = 40n;

function positional(digits: string, power: bigint): string {
  if (power < -mostZeros || power > mostZeros) return `${digits}e${power}`;
  if (power >= 0n) return digits + '0'.repeat(Number(power));
  const padded = digits.padStart(1 - Number(power), '0');
  return `${padded.slice(0, Number(power))}.${padded.slice(Number(power))}`;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}
