/**
 * Whether a messageReference is lower than the stored one: as numbers of any length when both are decimal digits, otherwise by code
 * point (CONTRACTS.md section 2).
 */
export function isLower(reference: string, stored: string): boolean {
  if (isNumber(reference) && isNumber(stored))
    return isLowerNumber(withoutZeros(reference), withoutZeros(stored));
  // UTF-8 keeps the order of code points; UTF-16, which strings compare by, does not.
  return Buffer.compare(Buffer.from(reference), Buffer.from(stored)) < 0;
}

function isNumber(reference: string): boolean {
  return /^[0-9]+$/.test(reference);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}

function isLowerNumber(digits: string, stored: string): boolean {
  return digits.length === stored.length ? digits < stored : digits.length < stored.length;
}
