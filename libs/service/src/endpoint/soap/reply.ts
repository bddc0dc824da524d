import type { ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { Fault, type Refusal, refusals } from '@trunkline/faults';
import type { SoapContract, SoapVersion } from '@trunkline/operations';
import {
  composeAnswer,
  faultOfRefusal,
  mediaTypes,
  type SoapAnswer,
  type SoapMessage,
  writeAnswer,
  writeEnvelope,
} from '@trunkline/soap';
import type { Response } from 'express';
import type { CallIds } from '../../call/call';
import { Calls } from '../../call/calls';
import { ServiceConfig } from '../../config/service.config';
import type { SoapServiceConfig } from '../../config/soap-service.config';
import { Clock } from '../../time/clock';
import { CONTRACT } from '../contract';
import type { Outcome } from '../exchange';
import { retryAfter } from '../message-limit';
import { SoapSettings } from './settings';

/** The answering side of SOAP: puts answers together and sends them. */
@Injectable()
export class SoapReply {
  private readonly overload: Fault;
  /** The status of a SOAP 1.2 fault that is its sender's. */
  private readonly ofSenders: number;

  constructor(
    @Inject(CONTRACT) private readonly contract: SoapContract,
    private readonly settings: SoapSettings,
    private readonly clock: Clock,
    private readonly calls: Calls,
    // The config of a SOAP service extends it: `mountEndpoints` sees to that.
    @Inject(ServiceConfig) { senderStatus }: SoapServiceConfig,
  ) {
    this.ofSenders = Number(senderStatus);
    // Once: an error remembers where it was made, which takes longer than the answer.
    this.overload = new Fault(contract.commonFaults.overloaded, { text: refusals.Overloaded.title });
  }

  compose({ operation, header }: SoapMessage, outcome: Outcome, ids: CallIds): SoapAnswer {
    const facts = { ...ids, at: this.clock.now().toISOString() };
    return composeAnswer(this.contract, operation, header, outcome, facts, this.settings.faultPlacement);
  }

  answer(
    { operation }: SoapMessage,
    version: SoapVersion,
    response: ServerResponse,
    answer: SoapAnswer,
  ): void {
    const { status, xml } = writeAnswer(this.contract, operation, answer, version, this.ofSenders);
    send(response, version, status, xml);
  }

  /** Answers a message of which nothing is read. The one refusal that is about us: consumers know it as a fault of the contract. */
  overloaded(version: SoapVersion, response: ServerResponse): void {
    const message = this.unread();
    const ids = this.calls.idsFor({});
    response.setHeader('Retry-After', retryAfter);
    this.answer(message, version, response, this.compose(message, { fault: this.overload }, ids));
  }

  /** What stands for a message of which nothing is read. */
  unread(): SoapMessage {
    const { header, operations } = this.contract;
    return {
      operation: operations[0]!,
      header: header && new header.request.message(),
      request: {},
      faults: [],
    };
  }

  /** Answers a request that is no message of the contract. */
  refuse(refusal: Refusal, version: SoapVersion, response: Response): void {
    const { fault, status } = faultOfRefusal(version, refusal, this.ofSenders);
    response.set(refusal.headers);
    send(response, version, status, writeEnvelope(version, fault));
  }
}

/** The document, and nothing that would have to be computed beside it; as text, which Node sends in one piece with the head. */
function send(response: ServerResponse, version: SoapVersion, status: number, xml: string): void {
  response.writeHead(status, {
    'Content-Type': mediaTypes[version],
    'Content-Length': Buffer.byteLength(xml),
  });
  response.end(xml);
}
