/**
 * The message number that the text of a 10465 fault begins with when the account has an open work order already
 * (CONTRACTS.md section 6.2): `WO-OPEN Work order 2610411850301 is open on this account`.
 */
export const openWorkOrderNumber = 'WO-OPEN';
