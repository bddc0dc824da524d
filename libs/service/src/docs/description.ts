import type { Contract, Operation, RestOperation } from '@trunkline/operations';
import type { Service } from '../service';

/** Where one operation is called. */
export interface Endpoint {
  readonly operation: string;
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  /** Where the contract's file is, for SOAP. */
  readonly wsdl?: string;
}

/** What a running service says of itself: at `/`, and to the process that started it. */
export class Description {
  readonly name: string;
  readonly title: string;
  readonly endpoints: readonly Endpoint[];

  constructor({ name, title, contract }: Service) {
    this.name = name;
    this.title = title;
    this.endpoints = contract === undefined ? [] : endpointsOf(contract);
  }
}

function endpointsOf(contract: Contract): Endpoint[] {
  if (contract.form === 'rest') return contract.operations.map(restEndpoint);
  const { path, versions } = contract;
  const contentType = versions.includes('1.1') ? 'text/xml' : 'application/soap+xml';
  const soap = { method: 'POST', path, contentType, wsdl: `${path}?wsdl` };
  return contract.operations.map((operation) => ({ ...named(operation), ...soap }));
}

function restEndpoint(operation: RestOperation): Endpoint {
  return {
    ...named(operation),
    method: operation.method,
    path: operation.path.replaceAll(/:(\w+)/g, '{$1}'),
    contentType: 'application/json',
  };
}

function named({ name, summary }: Operation) {
  return { operation: name, summary };
}
