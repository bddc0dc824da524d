import { Controller, Inject, Post, Res, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { SoapContract, SoapOperation } from '@trunkline/operations';
import type { Response } from 'express';
import { userOf } from '../admission';
import { Exchange, thrownFor } from '../exchange';
import type { Handler } from '../handler';
import { MessageLimit } from '../message-limit';
import { messageOf, operationRoute, progressOf } from './dispatch';
import { SoapReply } from './reply';

/** The controller of one SOAP operation, made from its contract: Nest's guards, interceptors and filters work on it. */
export function soapEndpoint(
  contract: SoapContract,
  operation: SoapOperation,
  handlerType: Type<Handler>,
): Type {
  const { header: headerForm, commonFaults } = contract;

  // OpenAPI knows no SOAP: samples/describe.ts says what Swagger UI shows of it.
  @ApiExcludeController()
  @Controller()
  class SoapEndpoint {
    constructor(
      @Inject(handlerType) private readonly handler: Handler,
      private readonly exchange: Exchange,
      private readonly reply: SoapReply,
      private readonly limit: MessageLimit,
    ) {}

    @Post(operationRoute(contract, operation))
    answer(@Res() response: Response): Promise<void> {
      return this.limit.during(response, () => this.work(response));
    }

    private async work(response: Response): Promise<void> {
      const message = messageOf(response);
      const progress = progressOf(response);
      const { request, header, faults } = message;
      const sent = header && headerForm ? headerForm.identify(header) : {};
      const { answer, fault } = await this.exchange.run(
        {
          operation,
          since: progress.since,
          commonFaults,
          request,
          faults,
          sent,
          user: userOf(response),
          examine: async (call) => (await this.handler.examine?.(request, faults, call)) ?? [],
          compose: (outcome, { ids }) => this.reply.compose(message, outcome, ids),
        },
        (call) => this.handler.handle(request, call, {}),
      );
      progress.answer = answer;
      // Thrown after the journal has it: Nest's filters see it, that of the contract sends what was kept.
      if (fault) throw thrownFor(fault, commonFaults);
      this.reply.answer(message, progress.version, response, answer);
    }
  }
  return SoapEndpoint;
}
