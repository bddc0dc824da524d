import { replaysItsSamples } from '@trunkline/testing';
import { cmpServices } from '../src/cmp-services.module';
import { CreatedServicesStore } from '../src/store/created-services.store';
import { createdService } from './created-service';

replaysItsSamples(cmpServices, {
  prepare: async ({ app }) => {
    const services = app.get(CreatedServicesStore);
    for (const service of servicesOf10907447) await services.create(service);
  },
});

const servicesOf10907447 = [
  createdService({ service_code: 'CONFEE', effective_date: '2024-11-02', expiry_date: '2024-11-02' }),
  createdService({ service_code: 'LINECH', effective_date: '2024-11-02Z', price: '11.99' }),
  createdService({
    service_code: 'SPREMC',
    effective_date: '2025-01-01',
    expiry_date: '2025-12-31',
    price: '24.5',
    description: 'Premium line',
    long_description: ' left\r\nof the stairs ',
    contract_reference: 'CT-2014-0099',
    suppress_remaining_charge: 0,
    price_consolidation_service: 'DISC10',
  }),
];
