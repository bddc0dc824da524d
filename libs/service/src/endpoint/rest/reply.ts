import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Fault, Refusal } from '@trunkline/faults';
import type { RestContext, RestContract, RestOperation, SentIds } from '@trunkline/operations';
import type { Request, Response } from 'express';
import type { Call } from '../../call/call';
import { Clock } from '../../time/clock';
import { CONTRACT } from '../contract';
import type { Outcome } from '../exchange';
import { HttpAnswer } from '../handler';
import type { RestProgress } from './dispatch';

/** An answer as values: what the journal keeps, so that a repetition is answered byte for byte. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where the answer has no body. */
  readonly body?: object | undefined;
  /** The body is an error's. */
  readonly failed: boolean;
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
    if (!failed) return success(operation, outcome.response, headers);
    return this.failure(outcome.fault, contextOf(request, operation, at), headers);
  }

  refuse(request: Request, refusal: Refusal, progress: RestProgress, response: Response): void {
    const context = contextOf(request, progress.operation, this.clock.now().toISOString());
    const body = this.contract.faultForm.refusal(refusal, context);
    this.send({ status: refusal.status, headers: refusal.headers, body, failed: true }, progress, response);
  }

  /** The bytes, and nothing that would have to be computed beside them. */
  send(
    { status, headers, body, failed }: RestAnswer,
    { operation, mediaType }: RestProgress,
    response: Response,
  ): void {
    response.status(status).set(headers);
    if (body === undefined) return void response.setHeader('Content-Length', 0).end();
    const { media, faultForm } = this.contract;
    const type = mediaType ?? this.chooseForError(response.req);
    const written = media.write(failed ? faultForm.body : operation!.response!, body, type);
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    if (typeof written !== 'string') return void sendPieces(written, response);
    const bytes = Buffer.from(written);
    response.setHeader('Content-Length', bytes.length).end(bytes);
  }

  /** What is refused before a media type was chosen is answered in the accepted one all the same, or else in the first. */
  private chooseForError({ headers }: Request): string {
    const { media } = this.contract;
    try {
      return media.choose(headers.accept);
    } catch {
      return media.types[0]!;
    }
  }

  private failure(fault: Fault, context: RestContext, headers: Record<string, string>): RestAnswer {
    return {
      status: fault.row.status,
      headers,
      body: this.contract.faultForm.fault(fault, context),
      failed: true,
    };
  }
}

function success(operation: RestOperation, result: object, headers: Record<string, string>): RestAnswer {
  const { body, facts } =
    result instanceof HttpAnswer ? result : new HttpAnswer(operation.response && result, {});
  return {
    status: facts.status ?? operation.status,
    headers: { ...headers, ...facts.headers },
    body,
    failed: false,
  };
}

/** Others get their turn between the pieces, and no more is made than the client takes. */
async function sendPieces(pieces: Iterable<string>, response: Response): Promise<void> {
  async function* inTurns(): AsyncGenerator<string> {
    for (const piece of pieces) {
      yield piece;
      await setImmediate();
    }
  }
  // It fails when the client is gone: then nobody waits for the rest.
  await pipeline(inTurns, response).catch(() => undefined);
}

function contextOf(
  { method, protocol, host, originalUrl }: Request,
  operation: RestOperation | undefined,
  at: string,
): RestContext {
  return { operation, method, base: `${protocol}://${host}`, url: originalUrl, at };
}
