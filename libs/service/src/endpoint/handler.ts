import type { Type } from '@nestjs/common';
import type { Fault, FieldFault } from '@trunkline/faults';
import type { Operation, RestOperation, SoapOperation } from '@trunkline/operations';
import type { Call } from '../call/call';

/**
 * The business of one operation, and nothing else. It gets a message that has been checked, and answers it or throws a fault that
 * the operation declares; anything else that it throws is answered as the contract's unexpected error.
 */
export interface Handler<
  Request extends object = object,
  Response extends object = object,
  Parameters extends object = object,
> {
  /** `parameters` is what path and query say, where the operation declares them. */
  handle(request: Request, call: Call, parameters: Parameters): Promise<Response | HttpAnswer<Response>>;

  /**
   * What else is wrong with a message whose fields break rules, where the contract tells everything at once; they become causes of
   * its validation error. What `faults` names is not to be trusted, or not there.
   */
  examine?(request: Request, faults: readonly FieldFault[], call: Call): Promise<readonly Fault[]>;
}

/** An answer over REST that says more than its body: another status of success, headers. */
export class HttpAnswer<Response extends object = object> {
  constructor(
    readonly body: Response | undefined,
    readonly facts: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> },
  ) {}
}

type OperationOf<Request extends object, Response extends object, Parameters extends object> =
  SoapOperation<Request, Response> | RestOperation<Request, Response, Parameters>;

const operations = new WeakMap<Type, Operation>();

/**
 * Makes a class the handler of an operation. Guards, interceptors and filters of Nest can stand on the class as on a controller.
 *
 *     @Handles(createEvent)
 *     export class CreateEventHandler implements Handler<CreateEventRequest, CreateEventResponse> { … }
 */
export function Handles<Request extends object, Response extends object, Parameters extends object>(
  operation: OperationOf<Request, Response, Parameters>,
) {
  return (type: new (...parts: never[]) => Handler<Request, Response, Parameters>): void =>
    void operations.set(type as Type, operation as Operation);
}

/** The operation that a class handles. */
export function operationOf(handler: Type): Operation {
  const operation = operations.get(handler);
  if (!operation) throw new Error(`${handler.name} handles no operation: give it @Handles(…)`);
  return operation;
}
