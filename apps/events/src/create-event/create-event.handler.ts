import { Injectable } from '@nestjs/common';
import { Icoms, type IcomsEvent } from '@trunkline/backends/icoms';
import { createEvent, type CreateEventRequest, type CreateEventResponse } from '@trunkline/contracts/events';
import { type Call, type Handler, Handles } from '@trunkline/service';

/** Creates the event in ICOMS, and says so (CONTRACTS.md section 1). Whatever ICOMS declines is thrown by its client. */
@Handles(createEvent)
@Injectable()
export class CreateEventHandler implements Handler<CreateEventRequest, CreateEventResponse> {
  constructor(private readonly icoms: Icoms) {}

  async handle(request: CreateEventRequest, call: Call): Promise<CreateEventResponse> {
    await this.icoms.createEvent(icomsEvent(request), call);
    return { responseStatus: 'SUCCESS' };
  }
}

function icomsEvent({ accountIdentification, event, eventTarget = {} }: CreateEventRequest): IcomsEvent {
  const { bufferEvent = 'YES', permiseID, premiseID = permiseID } = eventTarget;
  return {
    accountIdentification,
    event: {
      sourceCode: event.eventSourceCode,
      typeCode: event.eventTypeCode,
      externalGrouping: event.eventExternalGrouping,
      patternReceived: event.eventPatternRecieved,
      data: event.eventData,
    },
    target: {
      orderReference: eventTarget.orderReference,
      serviceCategoryCode: eventTarget.serviceCategoryCode,
      serviceOccurrence: eventTarget.serviceOccurance,
      serviceCode: eventTarget.serviceCode,
      premiseId: premiseID,
    },
    buffer: /^(yes|true)$/i.test(bufferEvent),
  };
}
