import type { Type } from '@nestjs/common';
import { EXCEPTION_FILTERS_METADATA, GUARDS_METADATA, INTERCEPTORS_METADATA } from '@nestjs/common/constants';
import type { Contract, Operation } from '@trunkline/operations';
import { type Handler, operationOf } from './handler';
import { restEndpoint } from './rest/endpoint';
import { soapDescription } from './soap/description.controller';
import { soapEndpoint } from './soap/endpoint';

/** The controllers of a contract, one an operation: what an app's module lists beside its handlers. */
export function endpoints(contract: Contract, handlers: readonly Type<Handler>[]): Type[] {
  const missing = contract.operations.filter(
    (operation) => !handlers.some((handler) => operationOf(handler) === operation),
  );
  if (missing.length > 0)
    throw new Error(`nobody handles ${missing.map(({ name }) => name).join(', ')} of ${contract.name}`);
  const controllers = handlers.map((handler) => endpointOf(contract, handler));
  return contract.form === 'soap' ? [soapDescription(contract), ...controllers] : controllers;
}

function endpointOf(contract: Contract, handler: Type<Handler>): Type {
  const endpoint = controllerOf(contract, operationOf(handler), handler);
  Object.defineProperty(endpoint, 'name', { value: `${operationOf(handler).name}Endpoint` });
  takeOver(handler, endpoint);
  return endpoint;
}

function controllerOf(contract: Contract, operation: Operation, handler: Type<Handler>): Type {
  if (contract.form === 'soap' && operation.form === 'soap')
    return soapEndpoint(contract, operation, handler);
  if (contract.form === 'rest' && operation.form === 'rest')
    return restEndpoint(contract, operation, handler);
  throw new Error(`${operation.name} is not of ${contract.name}`);
}

/** Guards, interceptors and filters that stand on a handler work on its controller. */
function takeOver(handler: Type, endpoint: Type): void {
  for (const key of [GUARDS_METADATA, INTERCEPTORS_METADATA, EXCEPTION_FILTERS_METADATA]) {
    const decorated: unknown = Reflect.getMetadata(key, handler);
    if (decorated !== undefined) Reflect.defineMetadata(key, decorated, endpoint);
  }
}
