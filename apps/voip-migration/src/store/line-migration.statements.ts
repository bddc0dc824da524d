import { Statement } from '@trunkline/store';

/**
 * The intention, before the work order is sent. Only while the message is still ours: once it was taken for lost, somebody may have said
 * that nothing was sent. A message that is tried again, because nothing was sent the first time, finds its row.
 */
export const beginMigration = new Statement({
  name: 'line-migration-begin',
  columns: {
    id: 'text',
    telephone_number: 'text',
    account_number: 'text',
    site_reference: 'integer',
    originator_uri: 'text',
    conversation_id: 'text',
    sent_at: 'text',
    instance: 'text',
  },
  key: 'id',
  sql: `
    INSERT INTO line_migration
      (id, telephone_number, account_number, site_reference, originator_uri, conversation_id, sent_at, state)
    SELECT given.id, telephone_number, account_number, site_reference, originator_uri, given.conversation_id, sent_at, 'SENDING'
    FROM given JOIN journal ON journal.id = given.id
    WHERE journal.state = 'RUNNING' AND journal.instance = given.instance
    ORDER BY given.id
    ON CONFLICT (id) DO UPDATE SET sent_at = excluded.sent_at
    RETURNING id`,
});

const outcome = {
  id: 'text',
  state: 'text',
  order_number: 'text',
  fault_name: 'text',
  fault_text: 'text',
  settled_at: 'text',
} as const;

const setOutcome = `
  UPDATE line_migration
  SET state = given.state, order_number = given.order_number, fault_name = given.fault_name, fault_text = given.fault_text,
    settled_at = given.settled_at
  FROM given
  WHERE line_migration.id = given.id`;

/** What ICOMS answered: the truth, whatever was concluded meanwhile. */
export const settleMigration = new Statement({
  name: 'line-migration-settle',
  columns: outcome,
  key: 'id',
  sql: `${setOutcome} RETURNING line_migration.id`,
});

/** What was found out afterwards. Returns nothing when it is known already. */
export const settleDoubt = new Statement({
  name: 'line-migration-settle-doubt',
  columns: outcome,
  key: 'id',
  sql: `${setOutcome} AND line_migration.state = 'IN_DOUBT' RETURNING line_migration.id`,
});

/** From now on a job finds out. Returns nothing when somebody else knows better. */
export const doubtMigration = new Statement({
  name: 'line-migration-doubt',
  columns: { id: 'text' },
  key: 'id',
  sql: `
    UPDATE line_migration SET state = 'IN_DOUBT' FROM given
    WHERE line_migration.id = given.id AND line_migration.state = 'SENDING'
    RETURNING line_migration.id`,
});
