import type { Message, Settlement } from '../src/journal/message';

/** The lease of the tests' journals, in milliseconds. */
export const LEASE = 60_000;

let ids = 0;
const nextId = (): string => `message-${++ids}`;

/** A message that was not sent before. */
export function newMessage(values: Partial<Message> = {}): Message {
  const id = nextId();
  return {
    id,
    operation: 'CreateEventV2',
    sender: 'urn:consumer',
    messageId: id,
    conversationId: 'conversation',
    requestId: 'request',
    fingerprint: 'content',
    ...values,
  };
}

/** The same message, sent once more. */
export function again(earlier: Message, values: Partial<Message> = {}): Message {
  return { ...earlier, id: nextId(), ...values };
}

export function newSettlement(values: Partial<Settlement> = {}): Settlement {
  return {
    state: 'ANSWERED',
    outcome: 'SUCCESS',
    answer: 'the answer',
    durationMs: 12.4,
    steps: [],
    ...values,
  };
}
