import { Injectable } from '@nestjs/common';
import { addOrUpdateOutageEvents, type OutageEvents } from '@trunkline/contracts/outage';
import { type Call, type Handler, Handles } from '@trunkline/service';
import { Intake } from '../store/intake';
import { refusalOf } from './refusal';

/** Keeps the latest state of outage events (CONTRACTS.md section 2), and echoes what it was told. */
@Handles(addOrUpdateOutageEvents)
@Injectable()
export class AddOrUpdateOutageEventsHandler implements Handler<OutageEvents, OutageEvents> {
  constructor(private readonly intake: Intake) {}

  async handle(request: OutageEvents, { ids }: Call): Promise<OutageEvents> {
    padTypes(request);
    const verdict = await this.intake.take({ requestId: ids.requestId, events: request });
    if (verdict.refused) throw refusalOf(verdict, request);
    return request;
  }
}

/** The types of characteristic values are kept and given back as they are published: four characters, the last one a blank. */
function padTypes({ outageMessages }: OutageEvents): void {
  for (const characteristic of outageMessages.flatMap(({ characteristics = [] }) => characteristics)) {
    characteristic.typeOfCharacteristicValue &&= characteristic.typeOfCharacteristicValue.padEnd(4);
  }
}
