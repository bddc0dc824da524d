import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { Fault, type Refusal } from '@trunkline/faults';
import type { RestContract } from '@trunkline/operations';
import type { Request, Response } from 'express';
import { Calls } from '../../call/calls';
import { Metrics } from '../../metrics/metrics';
import { CONTRACT } from '../contract';
import { refusalOf } from '../http-refusal';
import { report } from '../report';
import { progressOf } from './dispatch';
import { readHeaders } from './headers';
import { RestReply } from './reply';

/**
 * Answers whatever a REST service throws, as an error of its contract. It shows the consumer nothing of the inside: a refusal and a
 * fault say what they say, everything else is the unexpected error.
 */
@Catch()
export class RestFilter implements ExceptionFilter {
  constructor(
    @Inject(CONTRACT) private readonly contract: RestContract,
    private readonly reply: RestReply,
    private readonly calls: Calls,
    private readonly metrics: Metrics,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const progress = progressOf(response);
    if (progress.answer) return this.reply.send(progress.answer, progress, response);
    const refusal = refusalOf(error);
    if (refusal) return this.refuse(refusal, request, response);
    this.answerFault(error, request, response);
  }

  private refuse(refusal: Refusal, request: Request, response: Response): void {
    const progress = progressOf(response);
    const name = progress.operation?.name ?? this.contract.name;
    const { message: sent, ids } = readHeaders(this.contract, request);
    const call = this.calls.begin({ name }, ids);
    this.metrics.requestRefused(name, refusal.kind);
    call.log.info({ outcome: refusal.kind }, 'refused');
    const asked = { request, operation: progress.operation, sent };
    this.reply.send(this.reply.refuse(asked, refusal, call), progress, response);
  }

  /** A fault from before the exchange, a guard's say: nothing of it is in the journal. */
  private answerFault(error: unknown, request: Request, response: Response): void {
    const { operations, commonFaults } = this.contract;
    const fault = error instanceof Fault ? error : new Fault(commonFaults.unexpected, { cause: error });
    const progress = progressOf(response);
    const operation = progress.operation ?? operations[0]!;
    const { message: sent, ids } = readHeaders(this.contract, request);
    const name = progress.operation?.name ?? this.contract.name;
    const call = this.calls.begin({ name }, ids);
    const outcome = fault.row.code;
    this.metrics.requestFinished(name, outcome, (performance.now() - progress.since) / 1000);
    report(call.log, { outcome }, fault);
    this.reply.send(this.reply.compose({ request, operation, sent }, { fault }, call), progress, response);
  }
}
