import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Refusal } from '@trunkline/faults';
import type { SoapAnswer, SoapMessage, SoapRequest } from '@trunkline/soap';
import { EnvelopeReader, versionByMediaType } from '@trunkline/soap';
import type { SoapContract, SoapVersion } from '@trunkline/operations';
import type { Express, NextFunction, Request, Response } from 'express';
import type { SoapServiceConfig } from '../../config/soap-service.config';
import { admit } from '../admission';
import { allowMethods } from '../allowed-methods';
import { MessageLimit } from '../message-limit';
import { straightTo } from '../nest-route';
import { bodyOf } from '../raw-body';
import { SoapReply } from './reply';
import { SoapSettings } from './settings';

/** What is known of a SOAP request by now: kept on its response, for the controller and for the filter. */
export interface SoapProgress {
  /** When it came, as `performance.now()` says it. */
  readonly since: number;
  /** The version to answer in. */
  version: SoapVersion;
  message?: SoapMessage;
  /** The answer that the journal has already, though it is a fault that is thrown. */
  answer?: SoapAnswer;
}

/** How far a request has come; one that did not come through the dispatch is no message of the contract. */
export function progressOf(response: Response): SoapProgress {
  const locals = response.locals as { soap?: SoapProgress };
  return (locals.soap ??= { since: performance.now(), version: '1.1' });
}

/** The message that a request was read to. */
export function messageOf(response: Response): SoapMessage {
  const { message } = progressOf(response);
  if (!message) throw new Refusal('NotFound');
  return message;
}

/** Each operation has a route of its own inside the process, so that Nest's guards and filters can stand on it. */
export function operationRoute({ path }: SoapContract, { name }: { readonly name: string }): string {
  return `${path}/${name}`;
}

/**
 * Puts the one address of a SOAP contract in front of its operations: reads the envelope, and hands the request to the route of the
 * operation that the root element of the body names. What is no message of the contract goes to the filter as a refusal.
 */
export function mountSoap(
  server: Express,
  contract: SoapContract,
  app: NestExpressApplication,
  { xmlLimits }: SoapServiceConfig,
): void {
  const [settings, reply] = [app.get(SoapSettings), app.get(SoapReply)];
  const routes = new Map(
    contract.operations.map((operation) => [
      operation,
      straightTo(server, operationRoute(contract, operation), 'POST'),
    ]),
  );
  const chooseVersion = (request: Request, response: Response, next: NextFunction) => {
    progressOf(response).version = versionByMediaType(request.headers['content-type']);
    next();
  };
  const dispatch = (request: Request, response: Response, next: NextFunction) => {
    const reader = new EnvelopeReader(contract, soapRequest(request), settings.spelling, xmlLimits);
    const progress = progressOf(response);
    try {
      progress.message = reader.read();
    } finally {
      progress.version = reader.version;
    }
    routes.get(progress.message.operation)!(request, response, next);
  };
  const admission = settings.admission ? [admit(settings.admission)] : [];
  const refuse = ({ headers }: IncomingMessage, response: ServerResponse) =>
    reply.overloaded(versionByMediaType(headers['content-type']), response);
  const limit = app.get(MessageLimit);
  limit.guardDoor(
    app.getHttpServer(),
    ({ method, url }) => method === 'POST' && url === contract.path,
    refuse,
  );
  server.post(contract.path, chooseVersion, limit.wayIn(refuse, admission), dispatch);
  allowMethods(server, contract.path, ['GET', 'POST']);
}

function soapRequest(request: Request): SoapRequest {
  const { 'content-type': contentType, soapaction } = request.headers;
  const soapAction = Array.isArray(soapaction) ? soapaction.join(',') : soapaction;
  return { contentType, soapAction, body: bodyOf(request) };
}
