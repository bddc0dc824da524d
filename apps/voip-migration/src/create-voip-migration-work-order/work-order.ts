import type { MigrationWorkOrder } from '@trunkline/backends/icoms';
import type { LineDetails } from '@trunkline/backends/midas';
import type { LineMigration } from '../store/line-migration';

const longestComment = 40;

/** The work order of a migration: found again by the message's id; the answers of the questionnaire are its comment. */
export function workOrderOf(migration: LineMigration, details: LineDetails): MigrationWorkOrder {
  const { id, telephoneNumber, accountNumber, siteReference, originatorUri } = migration;
  return {
    accountIdentification: { siteReference: String(siteReference).padStart(2, '0'), accountNumber },
    telephoneNumber,
    serviceCategory: details.serviceCategory,
    comment: commentOf(details),
    consumerReference: id,
    originatorUri,
  };
}

/** As much as fits, without the characters that XML cannot carry. */
function commentOf({ questionnaire }: LineDetails): string {
  const answers = questionnaire.map(({ question, answer }) => `${question}: ${answer}`).join('; ');
  const readable = answers.replace(/[\p{C}\s]+/gu, ' ').trim();
  return [...readable].slice(0, longestComment).join('').trimEnd();
}
