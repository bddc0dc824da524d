import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module, type Type } from '@nestjs/common';
import fc from 'fast-check';
import type { SoapContract, SoapOperation } from '@trunkline/operations';
import {
  createService,
  endpoints,
  type Handler,
  Handles,
  type RunningService,
  SoapServiceConfig,
} from '@trunkline/service';
import { messages } from '../documents/values';
import { proofs } from '../proofs.config';

/** A service with a contract but no business: it gives any valid answer, or what a test tells it to, and keeps what it was asked. */
export interface StandIn {
  readonly url: string;
  /** The requests that reached the business, since the last time that they were taken. */
  takeRequests(): object[];
  /** What the business does with every request from now on. */
  answer(business: () => object): void;
  close(): Promise<void>;
}

/** Starts a contract as the real service would be: its endpoints, its WSDL, its journal. */
export async function standInFor(contract: SoapContract): Promise<StandIn> {
  const business = new Business();
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-stand-in-'));
  const running = await start(contract, business, folder);
  return {
    url: running.url,
    takeRequests: () => business.requests.splice(0),
    answer: (answer) => void (business.answer = answer),
    async close() {
      await running.close();
      rmSync(folder, { recursive: true });
    },
  };
}

class Business {
  readonly requests: object[] = [];
  answer: (() => object) | undefined;
}

function start(contract: SoapContract, business: Business, folder: string): Promise<RunningService> {
  const handlers = contract.operations.map((operation) => handlerOf(operation, business));

  @Module({ controllers: endpoints(contract, handlers), providers: handlers })
  class StandInModule {}

  const { name, title } = contract;
  const env = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', DATA_FOLDER: folder };
  return createService({ name, title, contract, module: StandInModule, config: SoapServiceConfig }, env);
}

function handlerOf(operation: SoapOperation, business: Business): Type<Handler> {
  const [anyAnswer] = fc.sample(messages(operation.response.message), { numRuns: 1, seed: proofs.seed });

  @Handles(operation)
  @Injectable()
  class StandInHandler implements Handler {
    handle(request: object): Promise<object> {
      business.requests.push(request);
      return Promise.resolve().then(business.answer ?? (() => anyAnswer!));
    }
  }
  return StandInHandler;
}
