import type { Type } from '@nestjs/common';
import { EXCEPTION_FILTERS_METADATA, GUARDS_METADATA, INTERCEPTORS_METADATA } from '@nestjs/common/constants';
import type { Contract, Operation } from '@trunkline/operations';
import { type Handler, operationOf } from './handler';
import { restEndpoint } from './rest/endpoint';
import { soapDescription } from './soap/description.controller';
import { soapEndpoint } from './soap/endpoint';

/**
 * The controllers of a contract, one an operation, in its order: what an app's module lists beside its handlers.
 *
 * @throws Error when an operation has no handler, or a handler no operation of the contract.
 */
export function endpoints(contract: Contract, handlers: readonly Type<Handler>[]): Type[] {
  const { name, operations } = contract;
  const known = new Set<Operation>(operations);
  const byOperation = new Map(handlers.map((handler) => [operationOf(handler), handler]));
  const missing = operations.filter((operation) => !byOperation.has(operation));
  if (missing.length > 0) throw new Error(`nobody handles ${namesOf(missing)} of ${name}`);
  const foreign = [...byOperation.keys()].filter((operation) => !known.has(operation));
  if (foreign.length > 0) throw new Error(`${namesOf(foreign)} is no operation of ${name}, and is handled`);
  const controllers = operations.map((operation) => endpointOf(contract, byOperation.get(operation)!));
  return contract.form === 'soap' ? [soapDescription(contract), ...controllers] : controllers;
}

function namesOf(operations: readonly Operation[]): string {
  return operations.map(({ name }) => name).join(', ');
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
  throw new Error(`${operation.name} has another form than ${contract.name}`);
}

/** Guards, interceptors and filters that stand on a handler work on its controller. */
function takeOver(handler: Type, endpoint: Type): void {
  for (const key of [GUARDS_METADATA, INTERCEPTORS_METADATA, EXCEPTION_FILTERS_METADATA]) {
    const decorated: unknown = Reflect.getMetadata(key, handler);
    if (decorated !== undefined) Reflect.defineMetadata(key, decorated, endpoint);
  }
}
