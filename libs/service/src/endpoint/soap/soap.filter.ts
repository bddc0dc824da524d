import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { Fault, type Refusal } from '@trunkline/faults';
import type { SoapContract } from '@trunkline/operations';
import type { Response } from 'express';
import { Calls } from '../../call/calls';
import { Log } from '../../log/log';
import { Metrics } from '../../metrics/metrics';
import { CONTRACT } from '../contract';
import { refusalOf } from '../http-refusal';
import { report } from '../report';
import { progressOf, type SoapProgress } from './dispatch';
import { SoapReply } from './reply';

/**
 * Answers whatever a SOAP service throws, as a fault of its contract. It shows the consumer nothing of the inside: a refusal and a
 * fault say what they say, everything else is the unexpected error.
 */
@Catch()
export class SoapFilter implements ExceptionFilter {
  constructor(
    @Inject(CONTRACT) private readonly contract: SoapContract,
    private readonly reply: SoapReply,
    private readonly calls: Calls,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const progress = progressOf(response);
    if (progress.answer)
      return this.reply.answer(progress.message!, progress.version, response, progress.answer);
    const refusal = refusalOf(error);
    if (refusal) return this.refuse(refusal, progress, response);
    this.answerFault(error, progress, response);
  }

  private refuse(refusal: Refusal, { version, message }: SoapProgress, response: Response): void {
    const operation = message?.operation.name ?? this.contract.name;
    this.metrics.requestRefused(operation, refusal.kind);
    this.log.logger.info({ operation, outcome: refusal.kind }, 'refused');
    this.reply.refuse(refusal, version, response);
  }

  /** A fault from before the exchange, a guard's say: nothing of it is in the journal. */
  private answerFault(error: unknown, { since, version, message }: SoapProgress, response: Response): void {
    const { commonFaults, header } = this.contract;
    const fault = error instanceof Fault ? error : new Fault(commonFaults.unexpected, { cause: error });
    const asked = message ?? this.reply.unread();
    const name = message?.operation.name ?? this.contract.name;
    const { ids, log } = this.calls.begin(
      { name },
      asked.header && header ? header.identify(asked.header) : {},
    );
    const outcome = fault.row.code;
    this.metrics.requestFinished(name, outcome, (performance.now() - since) / 1000);
    report(log, { outcome }, fault);
    this.reply.answer(asked, version, response, this.reply.compose(asked, { fault }, ids));
  }
}
