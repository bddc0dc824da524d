import { randomUUID } from 'node:crypto';
import { dayOf, endOfTime } from '../src/store/calendar';
import type { CreatedServiceRow } from '../src/store/cmp.tables';

/** A created service that says no more than it is told and than a row must: of subscription 10907447, its days after its dates. */
export function createdService(facts: Partial<CreatedServiceRow>): CreatedServiceRow {
  const { effective_date = '2025-01-01', expiry_date = null } = facts;
  return {
    id: randomUUID(),
    level: 'SUBSCRIPTION',
    reference: '10907447',
    service_code: 'SPREMC',
    effective_date,
    effective_day: dayOf(effective_date)!,
    expiry_date,
    last_day: expiry_date === null ? endOfTime : dayOf(expiry_date)!,
    sales_person_id: null,
    sales_account_reference: null,
    price: null,
    description: null,
    long_description: null,
    account_service_agreement: null,
    suppress_remaining_charge: null,
    contract_reference: null,
    price_consolidation_service: null,
    user_id: null,
    program: null,
    authenticated_user: null,
    created_at: '2025-01-31T09:30:00.000Z',
    ...facts,
  };
}
