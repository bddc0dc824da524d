import type { OnApplicationShutdown } from '@nestjs/common';
import { escapeAttribute } from '@trunkline/fields';
import { CallFailure, type CallMetrics, type HttpAnswer, HttpCaller } from '@trunkline/outbound';
import type { Call } from '@trunkline/service';
import { type Outcome, readOutcome, UnreadableAnswer } from './gateway-answer';
import { createEventRequest } from './gateway-request';
import { Icoms, type IcomsEvent } from './icoms';
import type { IcomsConfig } from './icoms.config';
import { icomsFault, refusalOf, troubleOf } from './icoms.faults';

/** ICOMS through its XML gateway (CONTRACTS.md section 6.1). Each method builds, sends, reads, translates. */
export class IcomsGateway extends Icoms implements OnApplicationShutdown {
  readonly #http: HttpCaller;

  constructor(
    private readonly config: IcomsConfig,
    metrics: CallMetrics,
  ) {
    super();
    this.#http = new HttpCaller('icoms', config, metrics);
  }

  async createEvent(event: IcomsEvent, call: Call): Promise<void> {
    const request = createEventRequest(event, this.config);
    const answer = await this.#send('createEvent', request, call);
    const outcome = this.#read(answer);
    this.#translate(outcome);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#http.close();
  }

  async #send(operation: string, body: string, call: Call): Promise<HttpAnswer> {
    const headers = { 'content-type': 'text/xml; charset=utf-8' };
    try {
      return await this.#http.send({ operation, method: 'POST', path: '', headers, body }, call);
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      throw icomsFault(error.effect === 'none' ? 'notCalled' : 'unknown', { cause: error });
    }
  }

  #read(answer: HttpAnswer): Outcome {
    const refusal = refusalOf(answer.status);
    if (refusal) throw icomsFault(refusal);
    try {
      return readOutcome(answer);
    } catch (error) {
      if (!(error instanceof UnreadableAnswer)) throw error;
      throw icomsFault('unknown', { cause: new UnreadableAnswer(this.#withoutCredentials(error.message)) });
    }
  }

  #translate({ code, text }: Outcome): void {
    const trouble = troubleOf(code);
    if (trouble) throw icomsFault(trouble, { text: this.#withoutCredentials(text) });
  }

  /** ICOMS's words go to the consumer and to the log: should it quote what it was sent, as it stands there or read, this is left out. */
  #withoutCredentials(text: string): string {
    const { userid, password } = this.config;
    const secrets = [password, userid].filter(Boolean).flatMap((secret) => [escapeAttribute(secret), secret]);
    return secrets.reduce((kept, secret) => kept.replaceAll(secret, '***'), text);
  }
}
