import type { OutageMessage } from '@trunkline/contracts/outage';

/** An outage event as CONTRACTS.md section 2 has it, in as few words as possible: what the service is held against. */
export interface ModelEvent {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly customers: readonly string[];
}

/** The event after a message; undefined where the message is refused. References are numbers here. */
export function next(event: ModelEvent | undefined, message: OutageMessage): ModelEvent | undefined {
  const { eventDetails, customerInformation: list, characteristics } = message;
  const { messageReference, ...rest } = eventDetails;
  const stored = event?.fields['messageReference'];
  if (event?.fields['discarded']) return undefined;
  if (
    messageReference !== undefined &&
    stored !== undefined &&
    BigInt(messageReference) < BigInt(stored as string)
  )
    return undefined;
  const said = {
    ...rest,
    ...(messageReference && { messageReference }),
    ...(characteristics && { characteristics }),
  };
  const fields = { ...event?.fields, ...said };
  if (!('outageType' in fields) || !('startDateTime' in fields)) return undefined;
  const listed = (list?.customers ?? []).map(({ accountId }) => accountId!);
  const kept = list?.customers && !list.incrementalUpdate ? [] : (event?.customers ?? []);
  return { fields, customers: [...new Set([...kept, ...listed])].sort() };
}

/** What the messages leave behind, one after the other. */
export function afterAll(messages: readonly OutageMessage[]): ModelEvent | undefined {
  return messages.reduce<ModelEvent | undefined>(
    (event, message) => next(event, message) ?? event,
    undefined,
  );
}
