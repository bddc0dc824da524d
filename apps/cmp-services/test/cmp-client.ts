import { cmpServicesContract } from '@trunkline/contracts/cmp-services';
import { createService, type RunningService } from '@trunkline/service';
import { CountedIds, type DatabasePlace, FixedClock } from '@trunkline/testing';
import type { CmpServicesConfig } from '../src/cmp-services.config';
import { cmpServices } from '../src/cmp-services.module';

/** Starts cmp-services on a database of the tests' own. */
export function startCmp(
  { url, folder }: DatabasePlace,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningService<CmpServicesConfig>> {
  const database = url === undefined ? {} : { DATABASE_URL: url };
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    DATA_FOLDER: folder,
    ...database,
    ...env,
  };
  return createService(cmpServices, settings, { clock: new FixedClock(), ids: new CountedIds() });
}

/** What came of a message: its status, and the MessageId and field of each error of a ValidationFault. */
export interface Outcome {
  readonly status: number;
  readonly errors: readonly string[];
  readonly text: string;
}

/** Sends a message, and reads what came of it. */
export async function send(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const answer = await fetch(`${url}${cmpServicesContract.path}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', ...headers },
    body: envelope(body),
  });
  const text = await answer.text();
  const errors = text.matchAll(/<Error><MessageId>(\w+)<.*?<ExtraInfo>(?:\w+\/)*(\w+)</g);
  return { status: answer.status, errors: [...errors].map(([, id, field]) => `${id} ${field}`), text };
}

/** A CreateService request: of SPREMC on subscription 2 from 2014-09-22, unless told otherwise; undefined leaves a field out. */
export function creation(
  fields: Readonly<Record<string, string | undefined>> = {},
  beside: string = '<AuditRecord><UserID>JOHNRY</UserID><Program>TESTS</Program></AuditRecord>',
): string {
  const service = {
    CustomerLevel: 'SUBSCRIPTION',
    CustomerLevelReference: '2',
    effectiveDate: '2014-09-22',
    serviceCode: 'SPREMC',
    ...fields,
  };
  const elements = Object.entries(service).map(([name, value]) =>
    value === undefined ? '' : `<${name}>${value}</${name}>`,
  );
  const data = `<ServiceData>${elements.join('')}</ServiceData>${beside}`;
  return `<d:CreateService><d:ServiceData>${data}</d:ServiceData></d:CreateService>`;
}

export function query(subscription: number, filter: 'ALL' | 'ACTIVE' = 'ALL'): string {
  const request = `<SubscriptionNumber>${subscription}</SubscriptionNumber><StatusFilter>${filter}</StatusFilter>`;
  return `<d:QuerySubscriptionServices><d:Request>${request}</d:Request></d:QuerySubscriptionServices>`;
}

function envelope(body: string): string {
  return (
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" ' +
    `xmlns:d="http://mdsuk.com/ws/dise3g/services/definition"><e:Body>${body}</e:Body></e:Envelope>`
  );
}
