import { Injectable, UseGuards } from '@nestjs/common';
import {
  cmpFault,
  querySubscriptionServices,
  type QuerySubscriptionServicesRequest,
  type QuerySubscriptionServicesResponse,
  type SubscriptionService,
} from '@trunkline/contracts/cmp-services';
import { Fault } from '@trunkline/faults';
import { type Call, type Handler, Handles } from '@trunkline/service';
import { allowedTo } from '../access/allowed-to.guard';
import { today } from '../store/calendar';
import { CatalogueStore } from '../store/catalogue.store';
import type { CreatedServiceRow } from '../store/cmp.tables';
import { CreatedServicesStore } from '../store/created-services.store';

/** So many services one answer holds. */
export const queryLimit = 500;

/** Gives the services of a subscription: all of them, or those in force today. */
@Handles(querySubscriptionServices)
@UseGuards(allowedTo(querySubscriptionServices))
@Injectable()
export class QuerySubscriptionServicesHandler implements Handler<
  QuerySubscriptionServicesRequest,
  QuerySubscriptionServicesResponse
> {
  constructor(
    private readonly catalogue: CatalogueStore,
    private readonly services: CreatedServicesStore,
  ) {}

  async handle(
    { Request: query }: QuerySubscriptionServicesRequest,
    { receivedAt }: Call,
  ): Promise<QuerySubscriptionServicesResponse> {
    const number = String(query.SubscriptionNumber);
    const inForceOn = query.StatusFilter === 'ACTIVE' ? today(receivedAt) : undefined;
    const services = await this.services.ofSubscription(number, { inForceOn, limit: queryLimit + 1 });
    if (services.length === 0) await this.refuseUnknown(number);
    return {
      Result: {
        ExternalReference: query.ExternalReference,
        SubscriptionServices: { SubscriptionService: services.slice(0, queryLimit).map(subscriptionService) },
        QueryLimitExceeded: services.length > queryLimit,
      },
    };
  }

  private async refuseUnknown(number: string): Promise<void> {
    if (await this.catalogue.hasCustomer('SUBSCRIPTION', number)) return;
    const unknown = cmpFault('CmpUnknownSubscription', 'Request/SubscriptionNumber', 'check the number');
    throw new Fault('CmpInvalidRequest', { causes: [unknown] });
  }
}

function subscriptionService(row: CreatedServiceRow): SubscriptionService {
  return {
    ServiceCode: row.service_code,
    EffectiveDate: row.effective_date,
    ExpiryDate: row.expiry_date ?? undefined,
    ServiceDescription: row.description ?? undefined,
    Price: row.price ?? undefined,
    LongDescription: row.long_description ?? undefined,
    ContractReference: row.contract_reference ?? undefined,
    SuppressRemainingCharge:
      row.suppress_remaining_charge === null ? undefined : row.suppress_remaining_charge === 1,
    PriceConsolidationService: row.price_consolidation_service ?? undefined,
    LastAmendedDate: row.created_at,
  };
}
