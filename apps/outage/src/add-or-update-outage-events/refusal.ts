import { inTurns, type OutageEvents } from '@trunkline/contracts/outage';
import { Fault, type FaultName, type FieldFault } from '@trunkline/faults';
import type { Judgement, Verdict } from '../outage-event/judge';

/** What is wrong with a message, and with a request that has no other fault. */
interface Wording {
  readonly fault: FaultName;
  readonly rule: string;
  message(judgement: Judgement): string;
}

const wordings: Partial<Record<Judgement['reason'], Wording>> = {
  STALE: {
    fault: 'OutageMessageStale',
    rule: 'stale',
    message: ({ messageReference, storedReference }) =>
      `messageReference ${quoted(messageReference)} is lower than ${quoted(storedReference)}: the message is stale`,
  },
  DISCARDED: {
    fault: 'OutageEventDiscarded',
    rule: 'discarded',
    message: () => 'the event is discarded, which is final',
  },
  INCOMPLETE: {
    fault: 'OutageEventIncomplete',
    rule: 'incomplete',
    message: () => 'the event is new and needs outageType and startDateTime',
  },
};

/** The fault of a request that is refused: it names each message that is at fault by its path and externalOutageId. */
export async function refusalOf({ judgements }: Verdict, { externalSystem }: OutageEvents): Promise<Fault> {
  if (judgements.some(({ reason }) => reason === 'UNKNOWN_SYSTEM')) return unknownSystem(externalSystem);
  const atFault = judgements.flatMap((judgement) => {
    const wording = wordings[judgement.reason];
    return wording ? [{ judgement, wording }] : [];
  });
  const faults = new Set(atFault.map(({ wording }) => wording.fault));
  const [only = 'OutageMessagesRefused'] = faults.size === 1 ? faults : [];
  const fields = await inTurns(atFault, ({ judgement, wording }) => fieldFault(judgement, wording));
  return new Fault(only, { fields });
}

function fieldFault(judgement: Judgement, { rule, message }: Wording): FieldFault {
  return {
    path: `outageMessages/${judgement.place}`,
    rule,
    message: `externalOutageId ${quoted(judgement.externalOutageId)}: ${message(judgement)}`,
  };
}

function unknownSystem(externalSystem: string): Fault {
  const message = `${quoted(externalSystem)} is not a known External System`;
  return new Fault('OutageSystemUnknown', { fields: [{ path: 'externalSystem', rule: 'unknown', message }] });
}

function quoted(text: string | null): string {
  return JSON.stringify(text);
}
