import { Controller, Inject, Req, RequestMapping, RequestMethod, Res, type Type } from '@nestjs/common';
import { type Reading, readObject } from '@trunkline/fields';
import type { RestContract, RestOperation } from '@trunkline/operations';
import type { Request, Response } from 'express';
import type { Call } from '../../call/call';
import { Exchange, type Outcome, thrownFor } from '../exchange';
import type { Handler } from '../handler';
import { MessageLimit } from '../message-limit';
import { bodyOf } from '../raw-body';
import { describeRest } from './describe';
import { progressOf } from './dispatch';
import { readHeaders } from './headers';
import { RestReply } from './reply';

/** The controller of one REST operation, made from its contract: Nest's guards, interceptors and filters work on it. */
export function restEndpoint(
  contract: RestContract,
  operation: RestOperation,
  handlerType: Type<Handler>,
): Type {
  const { path, method } = operation;

  @Controller()
  class RestEndpoint {
    constructor(
      @Inject(handlerType) private readonly handler: Handler,
      private readonly exchange: Exchange,
      private readonly reply: RestReply,
      private readonly limit: MessageLimit,
    ) {}

    @describeRest(contract, operation)
    @RequestMapping({ path, method: RequestMethod[method] })
    answer(@Req() request: Request, @Res() response: Response): Promise<void> {
      return this.limit.during(response, () => this.work(request, response));
    }

    private async work(request: Request, response: Response): Promise<void> {
      const progress = progressOf(response);
      progress.mediaType = contract.media.choose(request.headers.accept);
      const parameters = readParameters(operation, request);
      const body = await readBody(contract, operation, request);
      const headers = readHeaders(contract, request);
      const received = {
        operation,
        since: progress.since,
        commonFaults: contract.commonFaults,
        request: body.message,
        faults: [...headers.faults, ...parameters.faults, ...body.faults],
        sent: headers.ids,
        messageIdName: contract.headers?.messageId,
        compose: (outcome: Outcome, call: Call) =>
          this.reply.compose({ request, operation, sent: headers.message }, outcome, call),
      };
      const { answer, fault } = await this.exchange.run(received, (call) =>
        this.handler.handle(body.message, call, parameters.message),
      );
      progress.answer = answer;
      // Thrown after the journal has it: Nest's filters see it, that of the contract sends what was kept.
      if (fault) throw thrownFor(fault, contract.commonFaults);
      this.reply.send(answer, progress, response);
    }
  }
  return RestEndpoint;
}

const nothing: Reading<object> = { message: {}, faults: [] };

/** Lets the bytes go once they are read: those of a large body would stay for as long as its message is worked on. */
function readBody(
  { media }: RestContract,
  operation: RestOperation,
  request: Request,
): Reading<object> | Promise<Reading<object>> {
  if (!operation.request) return nothing;
  const bytes = bodyOf(request);
  request.body = undefined;
  return media.read(operation, bytes, request.headers['content-type']);
}

function readParameters(
  { parameters, readParameters }: RestOperation,
  { params: path, query }: Request,
): Reading<object> {
  if (readParameters) return readParameters({ path, query });
  return parameters ? readObject(parameters, { ...query, ...path }) : nothing;
}
