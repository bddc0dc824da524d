import { Module } from '@nestjs/common';
import { IcomsModule } from '@trunkline/backends/icoms';
import { eventsContract } from '@trunkline/contracts/events';
import { endpoints, type Service, SoapSettings } from '@trunkline/service';
import { EventsConfig } from './events.config';
import { handlers } from './events.handlers';

/** Everything that `events` is made of. */
@Module({
  imports: [IcomsModule],
  controllers: endpoints(eventsContract, handlers),
  providers: handlers,
})
export class EventsModule {}

/** CreateEventV2 in front of ICOMS. */
export const events: Service<EventsConfig> = {
  name: eventsContract.name,
  title: eventsContract.title,
  contract: eventsContract,
  module: EventsModule,
  config: EventsConfig,
  soap: ({ faultPlacement }) => new SoapSettings({ faultPlacement }),
};
