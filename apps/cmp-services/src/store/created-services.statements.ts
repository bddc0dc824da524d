import { Statement } from '@trunkline/store';

/**
 * Whether the created service `s` keeps the service `given` from being created: both are in force on some day on the same
 * customer, and they have the same code or codes that conflict. The one home of this rule.
 */
export const isInTheWay = `
  s.level = given.level AND s.reference = given.reference
  AND s.effective_day <= given.last_day AND s.last_day >= given.effective_day
  AND (s.service_code = given.service_code OR EXISTS (
    SELECT 1 FROM service_conflict c WHERE c.code = given.service_code AND c.conflicts_with = s.service_code))`;

/**
 * Makes whoever writes for the same customers wait until this transaction ends, and sees what that one wrote. Its key lets one statement
 * lock all customers of a transaction, and that in one order: instances with an order each would wait for one another in a circle. For
 * PostgreSQL only, where several instances write at once. Its name puts it before the insertion.
 */
export const lockCustomer = new Statement({
  name: 'created-service-1-lock',
  columns: { id: 'text', level: 'text', reference: 'text' },
  key: 'id',
  sql: `
    SELECT given.id FROM given
    JOIN customer ON customer.level = given.level AND customer.number = given.reference
    ORDER BY customer.level, customer.number
    FOR UPDATE OF customer`,
});

const columns = {
  id: 'text',
  level: 'text',
  reference: 'text',
  service_code: 'text',
  effective_date: 'text',
  effective_day: 'integer',
  expiry_date: 'text',
  last_day: 'integer',
  sales_person_id: 'integer',
  sales_account_reference: 'integer',
  price: 'text',
  description: 'text',
  long_description: 'text',
  account_service_agreement: 'text',
  suppress_remaining_charge: 'integer',
  contract_reference: 'text',
  price_consolidation_service: 'text',
  user_id: 'text',
  program: 'text',
  authenticated_user: 'text',
  created_at: 'text',
} as const;

const names = Object.keys(columns).join(', ');

/** Returns nothing where a service is in the way. Its key keeps two services of a customer from being inserted by one statement. */
export const insertService = new Statement({
  name: 'created-service-2-insert',
  columns: { customer: 'text', ...columns },
  key: 'customer',
  sql: `
    INSERT INTO created_service (${names})
    SELECT ${names} FROM given
    WHERE NOT EXISTS (SELECT 1 FROM created_service s WHERE ${isInTheWay})
    RETURNING level || '/' || reference AS customer`,
});
