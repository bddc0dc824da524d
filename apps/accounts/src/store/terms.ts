import { hash } from 'node:crypto';
import type { AttributeValue } from '@trunkline/contracts/accounts';

/** As many characters of base64 as 128 bits have: nobody finds two values with one term. */
const length = 22;

/** The key that accounts with this value are found by: short, however long the value is. */
export function termOf({ attribute, value }: AttributeValue): string {
  // The name of no attribute has a U+0000, so that no two pairs are one text.
  return hash('sha256', `${attribute}\0${value}`, 'base64').slice(0, length);
}

/** What every account is found by. */
export const everyAccount: AttributeValue = { attribute: '', value: '' };
