import { Injectable } from '@nestjs/common';
import { addOrUpdateOutageEvents, inTurns, type OutageEvents } from '@trunkline/contracts/outage';
import { type Call, type Handler, Handles } from '@trunkline/service';
import { Intake } from '../store/intake';
import { refusalOf } from './refusal';

/** Keeps the latest state of outage events (CONTRACTS.md section 2), and echoes what it was told. */
@Handles(addOrUpdateOutageEvents)
@Injectable()
export class AddOrUpdateOutageEventsHandler implements Handler<OutageEvents, OutageEvents> {
  constructor(private readonly intake: Intake) {}

  async handle(request: OutageEvents, { ids }: Call): Promise<OutageEvents> {
    await padTypes(request);
    const verdict = await this.intake.take({ requestId: ids.requestId, events: request });
    if (verdict.refused) throw await refusalOf(verdict, request);
    return request;
  }
}

/** The types of characteristic values are kept and given back as they are published: four characters, the last one a blank. */
async function padTypes({ outageMessages }: OutageEvents): Promise<void> {
  await inTurns(outageMessages, ({ characteristics = [] }) => {
    for (const each of characteristics)
      each.typeOfCharacteristicValue &&= each.typeOfCharacteristicValue.padEnd(4);
  });
}
