import type { OnApplicationShutdown } from '@nestjs/common';
import type { Fault } from '@trunkline/faults';
import { type MessageClass, readObject } from '@trunkline/fields';
import {
  CallFailure,
  type CallMetrics,
  type HttpAnswer,
  HttpCaller,
  type HttpRequest,
} from '@trunkline/outbound';
import type { Call, Clock, Ids } from '@trunkline/service';
import { type LineDetails, Midas, type MidasLine, type StatusReport } from './midas';
import type { MidasConfig } from './midas.config';
import { declined, notLetIn, unanswered, unreadable } from './midas.faults';
import { LineDetailsResponse, MidasFailure, UpdateStatusResponse } from './midas.messages';

const detailsOperation = 'VOIPLineMigrationDetails';
const updateOperation = 'UpdateVOIPLineMigrationStatus';

/** MIDAS over REST (CONTRACTS.md section 6.3). Each method builds, sends, reads, translates. */
export class MidasRest extends Midas implements OnApplicationShutdown {
  readonly #http: HttpCaller;

  constructor(
    private readonly config: MidasConfig,
    metrics: CallMetrics,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
    this.#http = new HttpCaller('midas', config, metrics);
  }

  async lineDetails(line: MidasLine, originatorUri: string, call: Call): Promise<LineDetails> {
    const { telephoneNumber, accountNumber, siteReference } = line;
    const asked = {
      telephoneNumber,
      accountNumber,
      siteReference: String(siteReference),
      context: 'MIGRATION_WORKORDER',
    };
    const path = `/restapi/${detailsOperation}?${new URLSearchParams(asked).toString()}`;
    const request = {
      operation: detailsOperation,
      method: 'GET',
      path,
      headers: this.#headers(originatorUri, call),
    } as const;
    const body = await this.#ask(request, call);
    const { serviceCategory, questionnaire = [] } = read(LineDetailsResponse, body);
    return { serviceCategory, questionnaire };
  }

  async updateStatus(report: StatusReport, originatorUri: string, call: Call): Promise<void> {
    const { telephoneNumber, ...task } = report;
    const activity = { name: 'VOIPMigration', task: { name: 'CreateWorkOrder', ...task } };
    const headers = { ...this.#headers(originatorUri, call), 'content-type': 'application/json' };
    const body = JSON.stringify({ [updateOperation]: { telephoneNumber, activity } });
    const path = `/restapi/${updateOperation}`;
    const answer = await this.#ask({ operation: updateOperation, method: 'POST', path, headers, body }, call);
    if (!saysNothing(answer)) read(UpdateStatusResponse, answer);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#http.close();
  }

  /** The conversation is the consumer's; request and message are ours, with ids of their own. */
  #headers(originatorUri: string, { operation, ids }: Call): Record<string, string> {
    return {
      accept: 'application/json',
      'VMMD-activityName': operation,
      'VMMD-conversationID': ids.conversationId,
      'VMMD-requestID': this.ids.next(),
      'VMMD-requestTimeStamp': this.clock.now().toISOString(),
      'VMMD-senderURI': this.config.senderUri,
      'VMMD-originatorURI': originatorUri,
      'VMMD-messageID': this.ids.next(),
    };
  }

  /** Both operations may be done twice: to read changes nothing, and the same status twice is harmless. */
  async #ask(request: Omit<HttpRequest, 'idempotent'>, call: Call): Promise<unknown> {
    try {
      const answer = await this.#http.send({ ...request, idempotent: true }, call);
      return bodyOf(answer, request.operation);
    } catch (error) {
      throw error instanceof CallFailure ? unanswered(error) : error;
    }
  }
}

function bodyOf({ status, body }: HttpAnswer, operation: string): unknown {
  if (status === 401 || status === 403) throw notLetIn();
  const parsed = parse(body);
  if ((status === 200 || status === 204) && !hasFailure(parsed, operation)) return parsed;
  throw faultIn(parsed, operation) ?? unreadable(new Error(`MIDAS answered with HTTP status ${status}`));
}

/** Undefined where there is no body. V8's own words would quote the answer. */
function parse(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    throw unreadable(new Error(`The answer of MIDAS, ${body.length} bytes, is no JSON`));
  }
}

/** A failure is one whatever the HTTP status: the body is what MIDAS says, the status may be that of what stands before it. */
function hasFailure(parsed: unknown, operation: string): boolean {
  const given = parsed as Readonly<Record<string, { readonly failure?: unknown } | null>> | null;
  return (given?.[operation]?.failure ?? null) !== null;
}

/**
 * CONTRACTS.md section 6.3 gives no body of a status that was set: HTTP's 200 or 204 may be all there is. Words must be those of a success
 * (section 5), since others may be a refusal that we do not know; to report the same status again is harmless.
 */
function saysNothing(parsed: unknown): boolean {
  return parsed === undefined || JSON.stringify(parsed) === '{}';
}

function faultIn(parsed: unknown, operation: string): Fault | undefined {
  const given = (parsed as Readonly<Record<string, unknown>> | null)?.[operation];
  const { message, faults } = readObject(MidasFailure, given);
  return faults.length === 0 ? declined(message.failure.fault[0]!) : undefined;
}

function read<T extends object>(type: MessageClass<T>, parsed: unknown): T {
  const { message, faults } = readObject(type, parsed);
  if (faults.length === 0) return message;
  throw unreadable(
    new Error(`The answer of MIDAS has wrong fields: ${faults.map(({ path }) => path).join(', ')}`),
  );
}
