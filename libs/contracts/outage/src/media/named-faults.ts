import type { FieldFault } from '@trunkline/faults';
import { planOf, type Reading } from '@trunkline/fields';
import { EventDetails } from '../add-or-update-outage-events/event-details';
import type { OutageEvents } from '../add-or-update-outage-events/outage-events';

/** A broken field, and the message that it is in. */
export interface NamedFault extends FieldFault {
  readonly externalOutageId?: string;
}

const inMessage = /^outageMessages\/(\d+)(\/|$)/;

/** Gives each fault in an outage message the externalOutageId of that, where it can be read (CONTRACTS.md section 2). */
export function withOutageIds(reading: Reading<object>): Reading<object> {
  const { message, faults } = reading;
  const { outageMessages } = message as Partial<OutageEvents>;
  // A message that is nil is not among those that were read: those behind it do not stand where their paths say.
  if (!outageMessages || faults.length === 0 || faults.some(isNil)) return reading;
  const named = (fault: FieldFault): NamedFault => {
    const place = Number(inMessage.exec(fault.path)?.[1]);
    const id = outageMessages[place]?.eventDetails?.externalOutageId;
    return id !== undefined && isReadable(id) ? { ...fault, externalOutageId: id } : fault;
  };
  return { message, faults: faults.map(named) };
}

function isNil({ path, rule }: FieldFault): boolean {
  return rule === 'required' && inMessage.exec(path)?.[2] === '';
}

function isReadable(id: string): boolean {
  return planOf(EventDetails)
    .byName.get('externalOutageId')!
    .rules.every(({ holds }) => holds(id));
}
