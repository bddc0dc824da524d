import { Module } from '@nestjs/common';
import { outageContract } from '@trunkline/contracts/outage';
import { endpoints, type Service } from '@trunkline/service';
import { addExternalSystemCommand } from './add-external-system.command';
import { OutageConfig } from './outage.config';
import { handlers } from './outage.handlers';
import { SchemaController } from './schema.controller';
import { CustomersStore } from './store/customers.store';
import { EventsStore } from './store/events.store';
import { ExternalSystemsStore } from './store/external-systems.store';
import { HistoryStore } from './store/history.store';
import { HistoryUpkeep } from './store/history.upkeep';
import { Intake } from './store/intake';
import { outageMigrations } from './store/outage.tables';
import { SearchStore } from './store/search.store';

/** Everything that `outage` is made of. */
@Module({
  controllers: [...endpoints(outageContract, handlers), SchemaController],
  providers: [
    ...handlers,
    Intake,
    ExternalSystemsStore,
    EventsStore,
    CustomersStore,
    HistoryStore,
    HistoryUpkeep,
    SearchStore,
  ],
})
export class OutageModule {}

/** The outage events. */
export const outage: Service<OutageConfig> = {
  name: outageContract.name,
  title: outageContract.title,
  contract: outageContract,
  module: OutageModule,
  config: OutageConfig,
  migrations: outageMigrations,
  commands: { 'add-external-system': addExternalSystemCommand },
};
