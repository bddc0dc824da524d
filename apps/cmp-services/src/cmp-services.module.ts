import { Module } from '@nestjs/common';
import { cmpServicesContract } from '@trunkline/contracts/cmp-services';
import { endpoints, type Service, SoapSettings } from '@trunkline/service';
import { AccessModule, admissionOf } from './access/access.module';
import { hashPasswordCommand } from './access/hash-password.command';
import { CmpServicesConfig } from './cmp-services.config';
import { handlers } from './cmp-services.handlers';
import { FactFinder } from './create-service/facts';
import { ExampleSet } from './example-set';
import { loadCommand } from './load/load.command';
import { CatalogueStore } from './store/catalogue.store';
import { cmpMigrations } from './store/cmp.migrations';
import { CreatedServicesStore } from './store/created-services.store';

/** Everything that `cmp-services` is made of. */
@Module({
  imports: [AccessModule],
  controllers: endpoints(cmpServicesContract, handlers),
  providers: [...handlers, FactFinder, CatalogueStore, CreatedServicesStore, ExampleSet],
})
export class CmpServicesModule {}

/** CreateService of the CMP, with its own catalogue. */
export const cmpServices: Service<CmpServicesConfig> = {
  name: cmpServicesContract.name,
  title: cmpServicesContract.title,
  contract: cmpServicesContract,
  module: CmpServicesModule,
  config: CmpServicesConfig,
  migrations: cmpMigrations,
  commands: { load: loadCommand, 'hash-password': hashPasswordCommand },
  soap: (config) =>
    new SoapSettings({
      spelling: config.lenientNames ? 'lenient' : 'published',
      admission: admissionOf(config),
    }),
};
