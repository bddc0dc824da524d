import { Controller, Inject, Req, RequestMapping, RequestMethod, Res, type Type } from '@nestjs/common';
import { readObject } from '@trunkline/fields';
import type { RestContract, RestOperation } from '@trunkline/operations';
import type { Request, Response } from 'express';
import type { Call } from '../../call/call';
import { Exchange, type Outcome } from '../exchange';
import type { Handler } from '../handler';
import { bodyOf } from '../raw-body';
import { progressOf } from './dispatch';
import { readJson } from './read-json';
import { RestReply } from './reply';

/** The controller of one REST operation, made from its contract: Nest's guards, interceptors and filters work on it. */
export function restEndpoint(
  contract: RestContract,
  operation: RestOperation,
  handlerType: Type<Handler>,
): Type {
  const { path, method, unwrap = (body: unknown) => body } = operation;

  @Controller()
  class RestEndpoint {
    constructor(
      @Inject(handlerType) private readonly handler: Handler,
      private readonly exchange: Exchange,
      private readonly reply: RestReply,
    ) {}

    @RequestMapping({ path, method: RequestMethod[method] })
    async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
      const body = unwrap(readJson(bodyOf(request), request.headers['content-type']));
      const { message, faults } = readObject(operation.request, body);
      const sent = contract.headers?.identify(request.headers as Record<string, string | undefined>) ?? {};
      const received = {
        operation,
        commonFaults: contract.commonFaults,
        request: message,
        faults,
        sent,
        compose: (outcome: Outcome, call: Call) =>
          this.reply.compose(request, operation, sent, outcome, call),
      };
      const { answer, fault } = await this.exchange.run(received, (call) =>
        this.handler.handle(message, call),
      );
      progressOf(response).answer = answer;
      // Thrown after the journal has it: Nest's filters see the fault, that of the contract sends what was kept.
      if (fault) throw fault;
      this.reply.send(answer, response);
    }
  }
  return RestEndpoint;
}
