import { Statement } from '../database/statement';

const accepted = {
  id: 'text',
  operation: 'text',
  sender: 'text',
  message_id: 'text',
  conversation_id: 'text',
  request_id: 'text',
  business_id: 'text',
  fingerprint: 'text',
  received_at: 'text',
  lease_until: 'text',
  instance: 'text',
} as const;

const acceptedColumns = Object.keys(accepted).join(', ');

/** Returns nothing for a repetition. WHERE: without it SQLite reads ON CONFLICT as part of a join. */
export const acceptMessage = new Statement({
  name: 'journal-accept',
  columns: accepted,
  key: 'id',
  sql: `
    INSERT INTO journal (${acceptedColumns}, state, attempts)
    SELECT ${acceptedColumns}, 'RUNNING', 1 FROM given WHERE true ORDER BY sender, message_id
    ON CONFLICT (sender, message_id) DO NOTHING
    RETURNING id`,
});

/** Takes a message again that failed without an effect. Returns nothing when somebody else was faster. */
export const takeAgain = new Statement({
  name: 'journal-take-again',
  columns: { id: 'text', attempts: 'integer', lease_until: 'text', instance: 'text' },
  key: 'id',
  sql: `
    UPDATE journal
    SET state = 'RUNNING', attempts = given.attempts + 1, lease_until = given.lease_until, instance = given.instance,
      outcome = NULL, answer = NULL, settled_at = NULL, duration_ms = NULL, steps = NULL
    FROM given
    WHERE journal.id = given.id AND journal.attempts = given.attempts AND state = 'FAILED'
    RETURNING journal.id`,
});

/**
 * Only by who took the message last. Also when its lease was over and somebody declared it IN_DOUBT: the true outcome, late,
 * is worth more than the doubt. Returns nothing when another has taken it since.
 */
export const settleMessage = new Statement({
  name: 'journal-settle',
  columns: {
    id: 'text',
    attempts: 'integer',
    state: 'text',
    outcome: 'text',
    answer: 'text',
    settled_at: 'text',
    duration_ms: 'integer',
    steps: 'text',
  },
  key: 'id',
  sql: `
    UPDATE journal
    SET state = given.state, outcome = given.outcome, answer = given.answer, settled_at = given.settled_at,
      duration_ms = given.duration_ms, steps = given.steps
    FROM given
    WHERE journal.id = given.id AND journal.attempts = given.attempts AND journal.state <> 'ANSWERED'
    RETURNING journal.id`,
});

/** Its instance is gone, or out of time: what it may have done is in doubt. */
export const orphanMessage = new Statement({
  name: 'journal-orphan',
  columns: { id: 'text', attempts: 'integer', settled_at: 'text' },
  key: 'id',
  sql: `
    UPDATE journal
    SET state = 'IN_DOUBT', settled_at = given.settled_at
    FROM given
    WHERE journal.id = given.id AND journal.attempts = given.attempts AND state = 'RUNNING'
    RETURNING journal.id`,
});

/** Somebody has found out what came of it. Returns nothing when it is in doubt no more. */
export const reopenMessage = new Statement({
  name: 'journal-reopen',
  columns: { id: 'text' },
  key: 'id',
  sql: `
    UPDATE journal SET state = 'FAILED' FROM given
    WHERE journal.id = given.id AND journal.state = 'IN_DOUBT'
    RETURNING journal.id`,
});
