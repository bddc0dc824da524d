import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Contract } from '@trunkline/operations';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ServiceConfig } from '../config/service.config';
import { Log } from '../log/log';
import { Metrics } from '../metrics/metrics';
import { CONTRACT } from './contract';
import { rawBody } from './raw-body';
import { RefusedClients } from './refused-clients';
import { inShares } from './shares';

/** What a client is told to wait that is refused, in seconds. */
export const retryAfter = '1';

/** How often it is logged that messages are refused, in milliseconds: a line for each would be another load. */
const reportEvery = 1_000;

/**
 * How many messages a service takes at once: those are answered in time, and the others are refused before anything of them is read.
 * Without it all would wait for each other, until the clients are gone.
 */
@Injectable()
export class MessageLimit {
  private underWay = 0;
  private refused = 0;
  private readonly refusedClients = new RefusedClients();

  constructor(
    @Inject(CONTRACT) private readonly contract: Contract,
    private readonly config: ServiceConfig,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  /**
   * The way in of a message: refused where there is no place, before anything of it is read; then read whole, and begun in its turn. It takes
   * its place when it has come whole: who sends slowly keeps none.
   *
   * @param refuse Answers that the service is overloaded, as its contract says it. It runs thousands of times a second.
   * @param admission What is asked of the client before the body is read.
   */
  wayIn(
    refuse: (request: Request, response: Response) => void,
    admission: readonly RequestHandler[] = [],
  ): RequestHandler[] {
    const refused = this.noting(refuse);
    const unlessFull = (request: Request, response: Response, next: NextFunction): void =>
      this.isFull ? refused(request, response) : next();
    const takePlace = (_request: Request, response: Response, next: NextFunction): void => {
      if (!response.closed) {
        this.underWay++;
        response.once('close', () => this.underWay--);
      }
      next();
    };
    const { bodyLimit } = this.config;
    return [unlessFull, ...admission, rawBody(bodyLimit, refused), unlessFull, takePlace, inShares()];
  }

  /** A message that is worked on is under way also when its client is gone. */
  async during<T>(response: Response, work: () => Promise<T>): Promise<T> {
    let alone = false;
    const stay = (): void => {
      alone = true;
      this.underWay++;
    };
    if (response.closed) stay();
    else response.once('close', stay);
    try {
      return await work();
    } finally {
      response.off('close', stay);
      if (alone) this.underWay--;
    }
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.underWay > 0) await wait(20, undefined, { ref: false });
  }

  /** Refuses what the way in would refuse before Express sees it: a sixth of what a refusal costs. */
  guardDoor(
    server: Server,
    isMessage: (request: IncomingMessage) => boolean,
    refuse: (request: IncomingMessage, response: ServerResponse) => void,
  ): void {
    const refused = this.noting(refuse);
    const [inside] = server.listeners('request') as [RequestListener];
    server.off('request', inside).on('request', (request, response) => {
      if (!this.isFull || !isMessage(request)) return inside(request, response);
      refused(request, response);
    });
  }

  private get isFull(): boolean {
    return this.underWay >= this.config.messagesAtOnce;
  }

  private noting<Asked extends IncomingMessage, Response>(
    refuse: (request: Asked, response: Response) => void,
  ) {
    return (request: Asked, response: Response): void => {
      this.note(request);
      refuse(request, response);
    };
  }

  private note(request: IncomingMessage): void {
    this.refusedClients.add(request);
    this.metrics.requestRefused(this.contract.name, 'Overloaded');
    if (++this.refused > 1) return;
    const report = (): void => {
      this.log.logger.warn({ refused: this.refused, underWay: this.underWay }, 'overloaded');
      this.refused = 0;
    };
    setTimeout(report, reportEvery).unref();
  }
}
