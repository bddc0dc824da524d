import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@trunkline/faults';
import type { RestContext, RestContract, RestOperation } from '@trunkline/operations';
import type { Request, Response } from 'express';
import type { Call } from '../../call/call';
import { Calls } from '../../call/calls';
import { Log } from '../../log/log';
import { Clock } from '../../time/clock';
import { calledAt } from '../called-at';
import { CONTRACT } from '../contract';
import type { Outcome } from '../exchange';
import { HttpAnswer } from '../handler';
import { retryAfter } from '../message-limit';
import type { RestProgress } from './dispatch';
import { readHeaders } from './headers';

/** An answer as values: what the journal keeps, so that a repetition is answered byte for byte. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where the answer has no body. */
  readonly body?: object | undefined;
  /** The body is an error's. */
  readonly failed: boolean;
}

/** What an answer may repeat of its request. */
export interface RestAsked {
  readonly request: Request;
  /** Absent where the address is none of the contract's. */
  readonly operation: RestOperation | undefined;
  /** The headers, by the contract's class for them. */
  readonly sent: object;
}

const beyondAscii = /[\u0080-\uffff]/;

/** One for all: an error remembers where it was made, which takes longer than the answer. */
const overload = new Refusal('Overloaded', undefined, { headers: { 'Retry-After': retryAfter } });

/** The answering side of REST: puts answers together and sends them. */
@Injectable()
export class RestReply {
  constructor(
    @Inject(CONTRACT) private readonly contract: RestContract,
    private readonly clock: Clock,
    private readonly calls: Calls,
    private readonly log: Log,
  ) {}

  compose(asked: RestAsked, outcome: Outcome, call: Call): RestAnswer {
    const at = this.clock.now().toISOString();
    const failed = 'fault' in outcome;
    const headers = this.headers(asked, call, at, failed);
    if (!failed) return success(asked.operation!, outcome.response, headers);
    const { fault } = outcome;
    const body = this.contract.faultForm.fault(fault, contextOf(asked, at));
    return { status: fault.row.status, headers, body, failed };
  }

  refuse(asked: RestAsked, refusal: Refusal, call: Call): RestAnswer {
    const at = this.clock.now().toISOString();
    const headers = { ...this.headers(asked, call, at, true), ...refusal.headers };
    const body = this.contract.faultForm.refusal(refusal, contextOf(asked, at));
    return { status: refusal.status, headers, body, failed: true };
  }

  /** Answers a message of which nothing is read. */
  overloaded(request: Request, progress: RestProgress, response: Response): void {
    const { operation } = progress;
    const { message: sent, ids } = readHeaders(this.contract, request);
    const call = this.calls.begin({ name: operation?.name ?? this.contract.name }, ids);
    this.send(this.refuse({ request, operation, sent }, overload, call), progress, response);
  }

  /** The body, and nothing that would have to be computed beside it. */
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
    if (typeof written !== 'string') return this.sendPieces(written, response, operation?.name);
    response.setHeader('Content-Length', Buffer.byteLength(written));
    // Text Node sends in one piece with the head, and so the head as UTF-8 too: what is beyond ASCII in it would be changed.
    const asBytes = Object.values(headers).some((value) => beyondAscii.test(value));
    response.end(asBytes ? Buffer.from(written) : written);
  }

  private sendPieces(pieces: Iterable<string>, response: Response, operation: string | undefined): void {
    pipeline(inTurns(pieces), response).catch((err: NodeJS.ErrnoException) => {
      // The client is gone: nobody waits for the rest.
      if (err.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
      this.log.logger.error({ operation, err }, 'the answer broke off');
    });
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

  private headers(
    { sent }: RestAsked,
    { ids, receivedAt }: Call,
    at: string,
    failed: boolean,
  ): Record<string, string> {
    const facts = { requestId: ids.requestId, receivedAt: receivedAt.toISOString(), at, failed };
    const answered = Object.entries(this.contract.headers?.answer(sent, facts) ?? {});
    return Object.fromEntries(answered.filter(([, value]) => value !== undefined));
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
async function* inTurns(pieces: Iterable<string>): AsyncGenerator<string> {
  for (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}

function contextOf({ request, operation }: RestAsked, at: string): RestContext {
  const { method, originalUrl: url } = request;
  return { operation, method, base: calledAt(request), url, at };
}
