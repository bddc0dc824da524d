import { Inject, Injectable } from '@nestjs/common';
import type { Refusal } from '@trunkline/faults';
import type { RestContext, RestContract, RestOperation, SentIds } from '@trunkline/operations';
import type { Request, Response } from 'express';
import type { Call } from '../../call/call';
import { Clock } from '../../time/clock';
import { CONTRACT } from '../contract';
import type { Outcome } from '../exchange';

/** An answer as values: what the journal keeps, so that a repetition is answered byte for byte. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where the answer has no body. */
  readonly body?: object | undefined;
}

/** The answering side of REST: puts answers together and sends them. */
@Injectable()
export class RestReply {
  constructor(
    @Inject(CONTRACT) private readonly contract: RestContract,
    private readonly clock: Clock,
  ) {}

  compose(
    request: Request,
    operation: RestOperation,
    sent: SentIds,
    outcome: Outcome,
    { ids, receivedAt }: Call,
  ): RestAnswer {
    const at = this.clock.now().toISOString();
    const failed = 'fault' in outcome;
    const facts = { requestId: ids.requestId, receivedAt: receivedAt.toISOString(), at, failed };
    const headers = this.contract.headers?.answer(sent, facts) ?? {};
    if (!failed) return { status: operation.status, headers, body: operation.response && outcome.response };
    const body = this.contract.faultForm.fault(outcome.fault, contextOf(request, operation, at));
    return { status: outcome.fault.row.status, headers, body };
  }

  refuse(request: Request, refusal: Refusal, operation: RestOperation | undefined, response: Response): void {
    const at = this.clock.now().toISOString();
    const body = this.contract.faultForm.refusal(refusal, contextOf(request, operation, at));
    this.send({ status: refusal.status, headers: refusal.headers, body }, response);
  }

  /** The bytes, and nothing that would have to be computed beside them. */
  send({ status, headers, body }: RestAnswer, response: Response): void {
    response.status(status).set(headers);
    if (body === undefined) return void response.setHeader('Content-Length', 0).end();
    const bytes = Buffer.from(JSON.stringify(body));
    const { contentType } = this.contract.faultForm;
    response.setHeader('Content-Type', status < 400 ? 'application/json; charset=utf-8' : contentType);
    response.setHeader('Content-Length', bytes.length).end(bytes);
  }
}

function contextOf(
  { method, originalUrl }: Request,
  operation: RestOperation | undefined,
  at: string,
): RestContext {
  return { operation, method, url: originalUrl, at };
}
