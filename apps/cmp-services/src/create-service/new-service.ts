import type { CreateServiceData } from '@trunkline/contracts/cmp-services';
import type { Call } from '@trunkline/service';
import { timestamp } from '@trunkline/store';
import type { CatalogueEntryRow, CreatedServiceRow } from '../store/cmp.tables';
import { periodOf, referenceOf } from './facts';

/** The row of a service in which everything is in order. */
export function newService(
  { ServiceData: service, AuditRecord: audit }: CreateServiceData,
  entry: CatalogueEntryRow,
  { id, user, receivedAt }: Call,
): CreatedServiceRow {
  const { CustomerLevel: level } = service;
  // The published description: the value, if supplied for an agreement, is not applied.
  const description = level === 'AGREEMENT' ? undefined : service.Description;
  return {
    id,
    level,
    reference: referenceOf(level, service.CustomerLevelReference),
    service_code: service.serviceCode,
    effective_date: service.effectiveDate,
    expiry_date: service.expiryDate ?? null,
    ...periodOf(service)!,
    sales_person_id: service.salesPersonId ?? null,
    sales_account_reference: service.salesAccountReference ?? null,
    price: service.ServicePrice ?? entry.default_price,
    description: description ?? entry.description,
    long_description: service.LongDescription ?? null,
    account_service_agreement: service.AccountServiceAgreement ?? null,
    suppress_remaining_charge: flag(service.SuppressRemainingCharge),
    contract_reference: service.ContractReference ?? null,
    price_consolidation_service: service.PriceConsolidationService ?? null,
    user_id: audit?.UserID ?? null,
    program: audit?.Program ?? null,
    authenticated_user: user ?? null,
    created_at: timestamp(receivedAt.getTime()),
  };
}

function flag(value: boolean | undefined): number | null {
  return value === undefined ? null : Number(value);
}
