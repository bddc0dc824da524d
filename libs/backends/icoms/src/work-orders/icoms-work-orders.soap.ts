import { createWorkOrder, findWorkOrder } from '@trunkline/contracts/work-orders';
import { Fault } from '@trunkline/faults';
import { writeXml } from '@trunkline/fields';
import type { SoapOperation } from '@trunkline/operations';
import { CallFailure } from '@trunkline/outbound';
import type { Call, Clock, Ids } from '@trunkline/service';
import { FaultDetail, messageHeader, RequestHeader } from '@trunkline/soap';
import type { Client } from 'nestjs-soap';
import { UnreadableAnswer } from '../gateway-answer';
import { icomsFault } from '../icoms.faults';
import { IcomsWorkOrders, type MigrationWorkOrder } from './icoms-work-orders';
import type { IcomsWorkOrdersConfig } from './icoms-work-orders.config';
import { workOrderFault } from './icoms-work-orders.faults';
import { createWorkOrderRequest } from './work-order-request';
import type { SoapCall } from './soap-transport';
import { readWorkOrderAnswer } from './work-order-answer';

/** A method of a node-soap client: it gives what stands in the body, read as far as node-soap reads, and the whole answer. */
type SoapMethod = (
  message: object,
  options: SoapCall,
) => Promise<readonly [message: unknown, answer: string]>;

/** The work orders of ICOMS through CreateWorkOrder_V3 (CONTRACTS.md section 6.2). Each method builds, sends, reads, translates. */
export class IcomsWorkOrdersSoap extends IcomsWorkOrders {
  /** node-soap keeps headers by client, not by call; it shows the header's function which message the header is for. */
  readonly #headers = new WeakMap<object, string>();

  constructor(
    private readonly client: Client,
    private readonly config: IcomsWorkOrdersConfig,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
    client.addSoapHeader((_method: unknown, _location: unknown, _action: unknown, message: object) =>
      this.#headers.get(message),
    );
  }

  async create(order: MigrationWorkOrder, call: Call): Promise<string> {
    const request = createWorkOrderRequest(order, this.config);
    const answer = await this.#ask(
      createWorkOrder,
      request,
      { OriginatorURI: order.originatorUri },
      { call },
    );
    return answer.orderNumber;
  }

  async find(consumerReference: string, call: Call): Promise<string | undefined> {
    const request = { consumerReference };
    const { result, orderNumber } = await this.#ask(findWorkOrder, request, {}, { call, idempotent: true });
    return result === 'FOUND' ? orderNumber : undefined;
  }

  async #ask<Response extends object>(
    { name: operation, version, response }: SoapOperation<object, Response>,
    request: object,
    header: Partial<RequestHeader>,
    options: Omit<SoapCall, 'operation'>,
  ): Promise<Response> {
    const send = (this.client as unknown as Record<string, SoapMethod>)[`${operation}Async`]!;
    this.#headers.set(
      request,
      this.#header({ ...header, Service: operation, Version: version }, options.call),
    );
    try {
      const answered = send(request, { ...options, operation }).then(([, xml]) => xml, xmlOf);
      const answer = readWorkOrderAnswer(response, await answered);
      if (answer instanceof FaultDetail) throw workOrderFault(answer);
      return answer;
    } catch (error) {
      throw translated(error);
    }
  }

  /** The conversation is the consumer's; request and message are ours, with ids of their own (CONTRACTS.md section 0). */
  #header(more: Partial<RequestHeader>, { operation, ids }: Call): string {
    const header = Object.assign(new RequestHeader(), {
      ...more,
      ActivityName: operation,
      msgType: 'REQUEST',
      senderURI: this.config.senderUri,
      RequestTimestamp: this.clock.now().toISOString(),
      CommunicationPattern: 'RequestResponse',
      CommunicationStyle: 'RPC',
      BusinessID: ids.businessId,
      ConversationID: ids.conversationId,
      RequestID: this.ids.next(),
      MessageID: this.ids.next(),
    });
    return writeXml(messageHeader.request, header);
  }
}

/** node-soap throws an answer that is a fault, or none of SOAP, together with its text. */
function xmlOf(error: unknown): string {
  const { body } = error as { readonly body?: unknown };
  if (typeof body === 'string') return body;
  throw error;
}

function translated(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof CallFailure && error.effect === 'none')
    return icomsFault('notCalled', { cause: error });
  const known = error instanceof CallFailure || error instanceof UnreadableAnswer;
  // What node-soap says of an answer can quote it.
  return icomsFault('unknown', {
    cause: known ? error : new UnreadableAnswer('ICOMS answered no SOAP message'),
  });
}
