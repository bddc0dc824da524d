import type { Type } from '@nestjs/common';
import type { Operation, RestOperation, SoapOperation } from '@trunkline/operations';
import type { Call } from '../call/call';

/**
 * The business of one operation, and nothing else. It gets a message that has been checked, and answers it or throws a fault that
 * the operation declares; anything else that it throws is answered as the contract's unexpected error.
 */
export interface Handler<Request extends object = object, Response extends object = object> {
  handle(request: Request, call: Call): Promise<Response>;
}

type OperationOf<Request extends object, Response extends object> =
  SoapOperation<Request, Response> | RestOperation<Request, Response>;

const operations = new WeakMap<Type, Operation>();

/**
 * Makes a class the handler of an operation. Guards, interceptors and filters of Nest can stand on the class as on a controller.
 *
 * @example
 * \@Handles(createEvent)
 * export class CreateEventHandler implements Handler<CreateEventRequest, CreateEventResponse> { … }
 */
export function Handles<Request extends object, Response extends object>(
  operation: OperationOf<Request, Response>,
) {
  return (type: new (...parts: never[]) => Handler<Request, Response>): void =>
    void operations.set(type as Type, operation as Operation);
}

/** The operation that a class handles. */
export function operationOf(handler: Type): Operation {
  const operation = operations.get(handler);
  if (!operation) throw new Error(`${handler.name} handles no operation: give it @Handles(…)`);
  return operation;
}
