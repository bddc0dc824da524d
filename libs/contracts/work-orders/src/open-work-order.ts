/**
 * The message number that the text of a 10465 fault begins with when the line has an open work order already
 * (CONTRACTS.md section 6.2): `WO-OPEN WORK ORDER 2610411850301 IS OPEN ON THIS LINE`.
 */
export const openWorkOrderNumber = 'WO-OPEN';
