import { Injectable } from '@nestjs/common';
import type { ServiceData } from '@trunkline/contracts/cmp-services';
import { dayOf, endOfTime } from '../store/calendar';
import { CatalogueStore } from '../store/catalogue.store';
import type { CatalogueEntryRow } from '../store/cmp.tables';
import { CreatedServicesStore, type InTheWay } from '../store/created-services.store';

/** What the data says about a service to create; undefined where too little of the service is known to ask. */
export interface Facts {
  readonly customerKnown: boolean | undefined;
  /** Every entry of its code at its level, whenever it is effective. */
  readonly entries: readonly CatalogueEntryRow[] | undefined;
}

/** Looks up what the rules of CreateService ask for. */
@Injectable()
export class FactFinder {
  constructor(
    private readonly catalogue: CatalogueStore,
    private readonly services: CreatedServicesStore,
  ) {}

  async find(service: Partial<ServiceData>): Promise<Facts> {
    const [customerKnown, entries] = await Promise.all([
      this.findCustomer(service),
      this.findEntries(service),
    ]);
    return { customerKnown, entries };
  }

  /** The services that are in the way of this one; none where too little of it is known to ask. */
  async findInTheWay(service: Partial<ServiceData>): Promise<readonly InTheWay[]> {
    const { CustomerLevel: level, CustomerLevelReference: reference, serviceCode: service_code } = service;
    const period = periodOf(service);
    if (!level || !reference || !service_code || !period) return [];
    return this.services.inTheWay({
      level,
      reference: referenceOf(level, reference),
      service_code,
      ...period,
    });
  }

  private async findCustomer({
    CustomerLevel: level,
    CustomerLevelReference: reference,
  }: Partial<ServiceData>) {
    return level && reference ? this.catalogue.hasCustomer(level, referenceOf(level, reference)) : undefined;
  }

  private async findEntries({ CustomerLevel: level, serviceCode: code }: Partial<ServiceData>) {
    return level && code ? this.catalogue.entriesOf(level, code) : undefined;
  }
}

/** The number of a customer as it is kept: subscriptions are numbers, for which leading zeros say nothing. */
export function referenceOf(level: ServiceData['CustomerLevel'], reference: string): string {
  return level === 'SUBSCRIPTION' ? reference.replace(/^0+(?=\d)/, '') : reference;
}

/** The days in force; undefined where there are none, or a date is unknown. */
export function periodOf({ effectiveDate, expiryDate }: Partial<ServiceData>) {
  const effective_day = effectiveDate === undefined ? undefined : dayOf(effectiveDate);
  const last_day = expiryDate === undefined ? endOfTime : dayOf(expiryDate);
  if (effective_day === undefined || last_day === undefined || last_day < effective_day) return undefined;
  return { effective_day, last_day };
}

/** The entry that holds on the day on which a service becomes effective: of several the one that began last. */
export function entryOf(
  { effectiveDate = '' }: Partial<ServiceData>,
  entries: readonly CatalogueEntryRow[] = [],
): CatalogueEntryRow | undefined {
  const day = dayOf(effectiveDate);
  if (day === undefined) return undefined;
  return entries.findLast(({ effective_from, effective_to }) => effective_from <= day && day <= effective_to);
}
