import type { Contract } from '@trunkline/operations';
import { ServiceConfig } from '../config/service.config';
import { Description } from './description';

class SomeModule {}

function endpointsOf(contract: object) {
  const service = { name: 'some', title: 'Some', module: SomeModule, config: ServiceConfig };
  return new Description({ ...service, contract: contract as Contract }).endpoints;
}

it('names the one address of a SOAP contract for each of its operations', () => {
  const operations = [{ name: 'CreateEventV2', summary: 'Creates an event' }];
  expect(endpointsOf({ form: 'soap', path: '/soap/Some', versions: ['1.2'], operations })).toEqual([
    {
      operation: 'CreateEventV2',
      summary: 'Creates an event',
      method: 'POST',
      path: '/soap/Some',
      contentType: 'application/soap+xml',
      wsdl: '/soap/Some?wsdl',
    },
  ]);
});

it('writes the parameters of a REST path as OpenAPI does', () => {
  const operations = [{ name: 'Find', summary: 'Finds', method: 'GET', path: '/brm/:version/account/:id' }];
  expect(endpointsOf({ form: 'rest', operations })).toMatchObject([
    { method: 'GET', path: '/brm/{version}/account/{id}', contentType: 'application/json' },
  ]);
});
