import type { FaultRow } from './row';

/**
 * The rows of the CMP services (CONTRACTS.md section 3); `code` is the MessageId. 1000 and what follows it: the request breaks its
 * schema. 2000: it breaks a rule of the business. 3000: it is not allowed. 9000: something broke.
 */
export const cmpFaults = {
  CmpInvalidRequest: declined(
    'CMP1000',
    'The request is not valid',
    'anything is wrong with a request; every fault is listed',
  ),
  CmpElementMissing: declined(
    'CMP1001',
    'A mandatory element is missing',
    'an element that must stand once is absent or nil',
  ),
  CmpElementUnknown: declined(
    'CMP1002',
    'An element is not known',
    'an element or attribute does not belong where it stands, or is in the wrong namespace',
  ),
  CmpElementMisplaced: declined(
    'CMP1003',
    'An element is misplaced',
    'an element comes twice, or out of the order where one is declared',
  ),
  CmpWrongType: declined(
    'CMP1004',
    'A value has the wrong type',
    'a value is no date, integer, decimal or boolean as its type asks',
  ),
  CmpWrongLength: declined(
    'CMP1005',
    'A value is too short or too long',
    'a value has fewer or more characters than its type allows',
  ),
  CmpWrongValue: declined(
    'CMP1006',
    'A value is not allowed',
    'a value is none of those that its type lists',
  ),
  CmpNumberOutOfRange: declined(
    'CMP1007',
    'A number is out of range',
    'a number is below or above what its type allows',
  ),
  CmpTooManyDigits: declined(
    'CMP1008',
    'A number has too many digits after the point',
    'a price has more than two digits after the point',
  ),
  CmpUnknownSubscription: declined(
    'CMP2001',
    'The subscription does not exist',
    'the level is SUBSCRIPTION, or a query asks for it',
  ),
  CmpUnknownAccount: declined('CMP2002', 'The account does not exist', 'the level is ACCOUNT'),
  CmpUnknownAgreement: declined('CMP2003', 'The agreement does not exist', 'the level is AGREEMENT'),
  CmpUnknownServiceCode: declined(
    'CMP2004',
    'The service code is not in the catalogue for this customer level',
    'the catalogue has no such code for the level',
  ),
  CmpServiceCodeNotEffective: declined(
    'CMP2005',
    'The service code is not effective on this date',
    'the catalogue has the code, but not on the effectiveDate',
  ),
  CmpExpiryBeforeEffective: declined(
    'CMP2006',
    'The expiryDate is before the effectiveDate',
    'the expiryDate, which is the last day in force, is before the first',
  ),
  CmpPriceOutOfLimits: declined(
    'CMP2007',
    'The price is outside the limits of the catalogue',
    'a ServicePrice is below the minimum or above the maximum of its service code',
  ),
  CmpAgreementNotAllowed: declined(
    'CMP2008',
    'An account service agreement is allowed at level ACCOUNT only',
    'an AccountServiceAgreement comes at another level',
  ),
  CmpServiceInForce: declined(
    'CMP2009',
    'The service is in force in an overlapping period',
    'the same code is in force on the same reference on a day of the period',
  ),
  CmpServiceConflict: declined(
    'CMP2010',
    'The service conflicts with one in force',
    'a code that the catalogue calls a conflict is in force on the same reference on a day of the period',
  ),
  CmpDateOutOfCalendar: declined(
    'CMP2011',
    'The date is not in the years 1 to 9999',
    'a date is beyond what the service keeps',
  ),
  CmpNotAllowed: declined(
    'CMP3001',
    'The user is not allowed to call this operation',
    'a user is known, but not for this operation',
  ),
  CmpSystemError: broken('CMP9001', 'The service failed unexpectedly', 'anything unforeseen'),
  CmpUnavailable: broken(
    'CMP9002',
    'The service is not available at present',
    'the database cannot be used, or too much is under way',
  ),
} as const satisfies Record<string, FaultRow>;

function declined(code: string, description: string, when: string): FaultRow {
  return { code, type: 'BUSINESS', description, severity: 'ERROR', status: 500, when };
}

function broken(code: string, description: string, when: string): FaultRow {
  return { code, type: 'SYSTEM', description, severity: 'CRITICAL', status: 500, when };
}
