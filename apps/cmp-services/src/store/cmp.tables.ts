import type { CustomerLevel } from '@trunkline/contracts/cmp-services';

/** A subscription, an account or an agreement: whatever services are created on. */
export interface CustomerRow {
  level: CustomerLevel;
  number: string;
}

/** A service code as it is sold at a level in a period. Days are numbers as `dayOf` makes them. */
export interface CatalogueEntryRow {
  level: CustomerLevel;
  code: string;
  effective_from: number;
  /** The last day. */
  effective_to: number;
  description: string;
  /** Exact decimals; null where the catalogue sets none. */
  default_price: string | null;
  minimum_price: string | null;
  maximum_price: string | null;
}

/** Two codes that must not be in force together; kept in both directions. */
export interface ServiceConflictRow {
  code: string;
  conflicts_with: string;
}

/** A service that was created. What was never set is null. */
export interface CreatedServiceRow {
  id: string;
  level: CustomerLevel;
  reference: string;
  service_code: string;
  /** The dates as they were sent, zone and all; the days are what is compared. */
  effective_date: string;
  effective_day: number;
  expiry_date: string | null;
  last_day: number;
  sales_person_id: number | null;
  sales_account_reference: number | null;
  price: string | null;
  description: string | null;
  long_description: string | null;
  account_service_agreement: string | null;
  /** 1 or 0. */
  suppress_remaining_charge: number | null;
  contract_reference: string | null;
  price_consolidation_service: string | null;
  /** The AuditRecord, and who it was by our own knowledge. */
  user_id: string | null;
  program: string | null;
  authenticated_user: string | null;
  created_at: string;
}

export interface CmpTables {
  customer: CustomerRow;
  catalogue_entry: CatalogueEntryRow;
  service_conflict: ServiceConflictRow;
  created_service: CreatedServiceRow;
}
