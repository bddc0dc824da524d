import { text } from 'node:stream/consumers';
import { serveOnFreePort } from '@trunkline/simulation';
import type { CountingBackEnd, Said } from '@trunkline/testing';
import { outcomeOf, sendEvent } from './event-message';

const success =
  '<ICOMS><MAC00183 SITEID="26" ACNTNMBR="104118503"><INL01374 INLNRTRNCODE="0" INLNMESGTEXT=""/></MAC00183></ICOMS>';

/** An ICOMS that counts each event by its data, and can be stopped in the middle of a call. */
export async function startCountingIcoms(): Promise<CountingBackEnd> {
  const created = new Map<string, number>();
  const hooks = new Map<string, () => Promise<void>>();
  const reach = async (when: string) => {
    const then = hooks.get(when);
    hooks.delete(when);
    await then?.();
  };
  const socket = await serveOnFreePort(async (request, response) => {
    const data = / EVNTDATA="(\d+)"/.exec(await text(request))![1]!;
    await reach('before the effect');
    if (response.destroyed) return;
    created.set(data, (created.get(data) ?? 0) + 1);
    await reach('after the effect');
    response.end(success);
  }, '/icoms');
  return {
    ...socket,
    effects: (message) => created.get(String(message)) ?? 0,
    onNextCall: (when, then) => void hooks.set(when, then),
  };
}

/** What an answer says of the event of its message. */
export function said(answer: string): Said {
  const outcome = outcomeOf({ status: 200, text: answer });
  if (outcome === 'SUCCESS') return 'done';
  if (outcome === '10466' && answer.includes('outcome of this message is unknown')) return 'unknown';
  throw new Error(`neither done nor in doubt: ${answer}`);
}

/** Sends the event of this number, the same each time. */
export async function sendNumbered(url: string, message: number): Promise<string> {
  return (await sendEvent(url, { messageId: `counted-${message}`, data: String(message) })).text;
}
