import { Refusal } from '@trunkline/faults';
import type { SoapContract } from '@trunkline/operations';
import type { GuardedCall, HttpAnswer, HttpCaller } from '@trunkline/outbound';
import type { Call } from '@trunkline/service';
import type { IExOptions, IHeaders, IHttpClient } from 'soap';
import { UnreadableAnswer, xmlIn } from '../gateway-answer';
import { icomsFault, refusalOf } from '../icoms.faults';
import { contractDocument } from './contract-document';

/** What a call through node-soap must bring along as its options. */
export interface SoapCall extends GuardedCall {
  readonly call: Call;
}

type Callback = Parameters<IHttpClient['request']>[2];

/**
 * How node-soap reaches a back end: through our guarded caller. The WSDL and its schemas come from the contract and not from the network, so
 * that a client can be made while the back end is down, and sends what the contract says and nothing else.
 */
export class SoapTransport implements IHttpClient {
  constructor(
    private readonly contract: SoapContract,
    private readonly url: string,
    private readonly http: HttpCaller,
  ) {}

  /** node-soap takes the callback; the promise, which is axios's, it leaves alone. */
  request(
    url: string,
    xml: string | null,
    callback: Callback,
    headers: IHeaders = {},
    options: IExOptions = {},
  ): Promise<never> {
    const answered = xml === null ? this.#describe(url) : this.#send(xml, headers, options as SoapCall);
    answered
      .then((body) => callback(null, { status: 200, headers: {} }, body))
      .catch((error: unknown) => callback(error));
    return new Promise(() => undefined);
  }

  async #describe(url: string): Promise<string> {
    const document = contractDocument(this.contract, this.url, url);
    if (document === undefined)
      throw new Error(`The contract of ${this.contract.service} has nothing at ${url}`);
    return document;
  }

  async #send(xml: string, headers: IHeaders, { call, ...what }: SoapCall): Promise<string> {
    const sent = headers as Record<string, string>;
    const answer = await this.http.send(
      { ...what, method: 'POST', path: '', headers: sent, body: xml },
      call,
    );
    return textOf(answer);
  }
}

/** A response or a fault, as text: SOAP 1.1 answers them with 200 and 500, and everything else is none of the contract's. */
function textOf(answer: HttpAnswer): string {
  const { status } = answer;
  const refusal = refusalOf(status);
  if (refusal) throw icomsFault(refusal);
  if (status !== 200 && status !== 500)
    throw new UnreadableAnswer(`ICOMS answered with HTTP status ${status}`);
  try {
    return xmlIn(answer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new UnreadableAnswer(`The answer of ICOMS cannot be read: ${error.message}`);
  }
}
