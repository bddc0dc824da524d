import { type DynamicModule, type ExceptionFilter, Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Contract } from '@trunkline/operations';
import { Calls } from '../call/calls';
import type { ServiceConfig } from '../config/service.config';
import { SoapServiceConfig } from '../config/soap-service.config';
import { continueWhenRead } from './continue-when-read';
import { CONTRACT } from './contract';
import { Exchange } from './exchange';
import { MessageLimit } from './message-limit';
import { mountRest } from './rest/dispatch';
import { RestReply } from './rest/reply';
import { RestFilter } from './rest/rest.filter';
import { mountSoap } from './soap/dispatch';
import { SoapReply } from './soap/reply';
import { SoapSettings } from './soap/settings';
import { SoapFilter } from './soap/soap.filter';

const forms: Record<Contract['form'], { reply: Type; filter: Type<ExceptionFilter> }> = {
  soap: { reply: SoapReply, filter: SoapFilter },
  rest: { reply: RestReply, filter: RestFilter },
};

/** What the endpoints of a contract stand on; the endpoints themselves are listed by the app's module, with its handlers. */
@Module({})
export class EndpointModule {
  static of(contract: Contract, settings = new SoapSettings()): DynamicModule {
    const { reply, filter } = forms[contract.form];
    const given: Provider[] = [
      { provide: CONTRACT, useValue: contract },
      { provide: SoapSettings, useValue: settings },
    ];
    const exports = [...given, Calls, Exchange, MessageLimit, reply];
    const providers = [...exports, { provide: APP_FILTER, useClass: filter }];
    return { module: EndpointModule, global: true, providers, exports };
  }
}

/** Puts in front of Nest's routes what has to be there before them. */
export function mountEndpoints(app: NestExpressApplication, contract: Contract, config: ServiceConfig): void {
  continueWhenRead(app.getHttpServer());
  const server = app.getHttpAdapter().getInstance();
  if (contract.form === 'rest') return mountRest(server, contract, app);
  if (!(config instanceof SoapServiceConfig))
    throw new Error('the config of a SOAP service extends SoapServiceConfig');
  mountSoap(server, contract, app, config);
}
