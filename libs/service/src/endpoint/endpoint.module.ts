import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Contract, SoapContract } from '@trunkline/operations';
import { Calls } from '../call/calls';
import type { ServiceConfig } from '../config/service.config';
import { CONTRACT } from './contract';
import { Exchange } from './exchange';
import { mountSoap } from './soap-dispatch';
import { SoapFilter } from './soap.filter';
import { SoapReply } from './soap-reply';
import { SoapSettings } from './soap-settings';

/** What the endpoints of a contract stand on; the endpoints themselves are listed by the app's module, with its handlers. */
@Module({})
export class EndpointModule {
  static of(contract: Contract, settings = new SoapSettings()): DynamicModule {
    const form = contract.form === 'soap' ? soapParts(contract, settings) : [];
    const parts: Provider[] = [Calls, Exchange, ...form];
    const filters: Provider[] = contract.form === 'soap' ? [{ provide: APP_FILTER, useClass: SoapFilter }] : [];
    return { module: EndpointModule, global: true, providers: [...parts, ...filters], exports: parts };
  }
}

function soapParts(contract: SoapContract, settings: SoapSettings): Provider[] {
  return [{ provide: CONTRACT, useValue: contract }, { provide: SoapSettings, useValue: settings }, SoapReply];
}

/** Puts in front of Nest's routes what has to be there before them. */
export function mountEndpoints(app: NestExpressApplication, contract: Contract, { bodyLimit }: ServiceConfig): void {
  if (contract.form === 'soap') mountSoap(app.getHttpAdapter().getInstance(), contract, bodyLimit);
}
