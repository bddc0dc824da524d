import { cmpFault, type CustomerLevel, type ServiceData } from '@trunkline/contracts/cmp-services';
import type { Fault, FaultName } from '@trunkline/faults';
import { dayOf } from '../store/calendar';
import type { InTheWay } from '../store/created-services.store';
import { hundredths } from '../store/price';
import { entryOf, type Facts } from './facts';

/** A rule of CONTRACTS.md section 3. It says nothing of a service of which too little is known. */
type Rule = (service: Partial<ServiceData>, facts: Facts) => readonly Fault[];

const unknownCustomer: Record<CustomerLevel, FaultName> = {
  SUBSCRIPTION: 'CmpUnknownSubscription',
  ACCOUNT: 'CmpUnknownAccount',
  AGREEMENT: 'CmpUnknownAgreement',
};

const rules: readonly Rule[] = [
  ({ CustomerLevel }, { customerKnown }) =>
    CustomerLevel && customerKnown === false
      ? [fault(unknownCustomer[CustomerLevel], 'CustomerLevelReference', 'check the level and the number')]
      : [],

  ({ effectiveDate, expiryDate }) => [
    ...beyondCalendar('effectiveDate', effectiveDate),
    ...beyondCalendar('expiryDate', expiryDate),
  ],

  ({ effectiveDate = '', expiryDate = '' }) => {
    const [first, last] = [dayOf(effectiveDate), dayOf(expiryDate)];
    if (first === undefined || last === undefined || first <= last) return [];
    return [fault('CmpExpiryBeforeEffective', 'expiryDate', 'it is the last day in force')];
  },

  ({ CustomerLevel }, { entries }) =>
    entries?.length === 0
      ? [fault('CmpUnknownServiceCode', 'serviceCode', `there is none for ${CustomerLevel}`)]
      : [],

  (service, { entries = [] }) => {
    const known = service.effectiveDate !== undefined && dayOf(service.effectiveDate) !== undefined;
    if (!known || entries.length === 0 || entryOf(service, entries)) return [];
    return [fault('CmpServiceCodeNotEffective', 'serviceCode', 'check the effectiveDate')];
  },

  (service, { entries }) => {
    const { minimum_price = null, maximum_price = null } = entryOf(service, entries) ?? {};
    const { ServicePrice: price } = service;
    if (price === undefined || isWithin(price, minimum_price, maximum_price)) return [];
    return [fault('CmpPriceOutOfLimits', 'ServicePrice', limits(minimum_price, maximum_price))];
  },

  ({ CustomerLevel = 'ACCOUNT', AccountServiceAgreement }) =>
    AccountServiceAgreement !== undefined && CustomerLevel !== 'ACCOUNT'
      ? [fault('CmpAgreementNotAllowed', 'AccountServiceAgreement', `the level is ${CustomerLevel}`)]
      : [],
];

/** What is wrong with a service to create, whatever services there are. */
export function brokenRules(service: Partial<ServiceData>, facts: Facts): Fault[] {
  return rules.flatMap((rule) => rule(service, facts));
}

/** A fault for each service that is in the way. */
export function faultsOfThoseInTheWay(
  { serviceCode }: Partial<ServiceData>,
  inTheWay: readonly InTheWay[],
): Fault[] {
  return inTheWay.map(({ service_code, effective_date, expiry_date }) => {
    const name = service_code === serviceCode ? 'CmpServiceInForce' : 'CmpServiceConflict';
    const until = expiry_date === null ? 'without end' : `until ${expiry_date}`;
    return fault(name, 'serviceCode', `${service_code} is in force from ${effective_date} ${until}`);
  });
}

/** Where a field of the service stands in the request. */
export function pathOf(field: keyof ServiceData): string {
  return `ServiceData/ServiceData/${field}`;
}

function fault(name: FaultName, field: keyof ServiceData, text: string): Fault {
  return cmpFault(name, pathOf(field), text);
}

function beyondCalendar(field: 'effectiveDate' | 'expiryDate', date: string | undefined): Fault[] {
  if (date === undefined || dayOf(date) !== undefined) return [];
  return [fault('CmpDateOutOfCalendar', field, 'use a year of four digits')];
}

function isWithin(price: string, minimum: string | null, maximum: string | null): boolean {
  const value = hundredths(price);
  return (
    (minimum === null || value >= hundredths(minimum)) && (maximum === null || value <= hundredths(maximum))
  );
}

function limits(minimum: string | null, maximum: string | null): string {
  return [minimum && `at least ${minimum}`, maximum && `at most ${maximum}`].filter(Boolean).join(' and ');
}
