import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Agent, request } from 'undici';
import { CallbackPolicy } from './callback-policy';

/** How long a listener may take for all of it, in milliseconds. */
const patience = 10_000;

/** What a listener answers means nothing to us but its status. */
const mostAnswerBytes = 65_536;

/** A notification that a listener did not take, without the address, which may have a secret in it. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/**
 * Sends notifications, and only where the policy permits: the addresses of a host are judged after the look-up, and the connection
 * goes to one of those that were judged, so that a second look-up cannot lead elsewhere. Redirects are not followed.
 */
@Injectable()
export class CallbackSender implements OnModuleDestroy {
  private readonly agent: Agent;

  constructor(private readonly policy: CallbackPolicy) {
    this.agent = new Agent({
      connect: { lookup: permittedOnly(policy), timeout: patience },
      maxResponseSize: mostAnswerBytes,
      keepAliveTimeout: 1_000,
      keepAliveMaxTimeout: 1_000,
    });
  }

  /** @throws NotTaken, with every reason but a success. */
  async post(callback: string, json: string, signal: AbortSignal): Promise<void> {
    const refusal = this.policy.refusalOf(callback);
    if (refusal) throw new NotTaken(`The callback ${refusal}`);
    const status = await this.send(callback, json, signal);
    if (status < 200 || status > 299) throw new NotTaken(`The listener answered ${status}`);
  }

  async onModuleDestroy(): Promise<void> {
    await this.agent.destroy();
  }

  private async send(callback: string, json: string, signal: AbortSignal): Promise<number> {
    try {
      const { statusCode, body } = await request(callback, {
        method: 'POST',
        headers: { 'content-type': 'application/json;charset=utf-8' },
        body: json,
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
        dispatcher: this.agent,
      });
      await body.dump({ limit: mostAnswerBytes });
      return statusCode;
    } catch (error) {
      throw new NotTaken(`The listener could not be reached: ${nameOf(error)}`, { cause: error });
    }
  }
}

/** What the network layer calls it. Not its words: they may have the address. */
function nameOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name: string };
  return typeof code === 'string' ? code : name;
}

/** Looks a host up, and leaves out the addresses that are not permitted. */
function permittedOnly(policy: CallbackPolicy): LookupFunction {
  return (host, options, answer) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, '');
      const [first, ...others] = addresses.filter(({ address }) => policy.permits(address));
      if (!first)
        return answer(Object.assign(new Error('No permitted address'), { code: 'ADDRESS_REFUSED' }), '');
      if (options.all) return answer(null, [first, ...others]);
      answer(null, first.address, first.family);
    });
}
