import type { AdditionalDetail, Characteristic, OutageMessage } from '@trunkline/contracts/outage';
import { isLower } from './message-reference';

/** Which event: unique in its outage management system. */
export interface EventKey {
  readonly eventId: string;
  readonly externalSystem: string;
  readonly externalOutageId: string;
}

/** An outage event as the messages left it, its texts as they were sent. What nobody said is null. */
export interface OutageEventState extends EventKey {
  readonly messageReference: string | null;
  readonly outageType: string;
  readonly startDateTime: string;
  readonly estimatedRestorationTime: string | null;
  readonly completionDateTime: string | null;
  readonly impactedCustomers: number | null;
  readonly discarded: boolean;
  readonly additionalDetails: readonly AdditionalDetail[] | null;
  readonly characteristics: readonly Characteristic[] | null;
}

/** Why a message is refused. */
export type Objection = 'STALE' | 'DISCARDED' | 'INCOMPLETE';

/** What a message makes of an event, or why it may not: what it does not say stays as it was (CONTRACTS.md section 2). */
export function afterMessage(
  known: OutageEventState | undefined,
  key: EventKey,
  { eventDetails: said, characteristics }: OutageMessage,
): OutageEventState | Objection {
  if (known?.discarded) return 'DISCARDED';
  if (isStale(said.messageReference, known?.messageReference)) return 'STALE';
  const outageType = said.outageType ?? known?.outageType;
  const startDateTime = said.startDateTime ?? known?.startDateTime;
  if (outageType === undefined || startDateTime === undefined) return 'INCOMPLETE';
  return {
    ...key,
    messageReference: said.messageReference ?? known?.messageReference ?? null,
    outageType,
    startDateTime,
    estimatedRestorationTime: said.estimatedRestorationTime ?? known?.estimatedRestorationTime ?? null,
    completionDateTime: said.completionDateTime ?? known?.completionDateTime ?? null,
    impactedCustomers: said.impactedCustomers ?? known?.impactedCustomers ?? null,
    discarded: said.discarded ?? false,
    additionalDetails: said.additionalDetails ?? known?.additionalDetails ?? null,
    characteristics: characteristics ?? known?.characteristics ?? null,
  };
}

/** Without a reference, on either side, there is nothing to compare. */
function isStale(reference: string | undefined, stored: string | null | undefined): boolean {
  return reference !== undefined && typeof stored === 'string' && isLower(reference, stored);
}
