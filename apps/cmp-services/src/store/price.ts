/** A decimal of at most two digits after the point in hundredths: exact, however long it is. */
export function hundredths(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.slice(0, 2).padEnd(2, '0'));
}
