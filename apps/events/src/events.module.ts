import { Module } from '@nestjs/common';
import { IcomsModule } from '@trunkline/backends/icoms';
import { eventsContract } from '@trunkline/contracts/events';
import { endpoints, type Service, SoapSettings } from '@trunkline/service';
import { CreateEventHandler } from './create-event/create-event.handler';
import { EventsConfig } from './events.config';

/** Everything that `events` is made of. */
@Module({
  imports: [IcomsModule],
  controllers: endpoints(eventsContract, [CreateEventHandler]),
  providers: [CreateEventHandler],
})
export class EventsModule {}

/** CreateEventV2 in front of ICOMS. */
export const events: Service<EventsConfig> = {
  name: 'events',
  title: 'CreateEventV2',
  contract: eventsContract,
  module: EventsModule,
  config: EventsConfig,
  soap: ({ faultPlacement }) => new SoapSettings({ faultPlacement }),
};
