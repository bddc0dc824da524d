import { Injectable } from '@nestjs/common';
import {
  type Address,
  type EventSubscription,
  type EventSubscriptionInput,
  registerListener,
} from '@trunkline/contracts/accounts';
import { Fault } from '@trunkline/faults';
import { type Call, type Handler, Handles, HttpAnswer, Ids } from '@trunkline/service';
import { CallbackPolicy } from '../announce/callback-policy';
import { NeedsScope } from '../oauth/needs-scope';
import { ListenerStore } from '../store/listener.store';

/** Registers a listener at a host that we are set to call. */
@Handles(registerListener)
@NeedsScope(registerListener)
@Injectable()
export class RegisterListenerHandler implements Handler<EventSubscriptionInput, EventSubscription, Address> {
  constructor(
    private readonly listeners: ListenerStore,
    private readonly policy: CallbackPolicy,
    private readonly ids: Ids,
  ) {}

  async handle(
    { callback, query }: EventSubscriptionInput,
    { receivedAt }: Call,
    { version }: Address,
  ): Promise<HttpAnswer<EventSubscription>> {
    const refusal = this.policy.refusalOf(callback);
    if (refusal)
      throw new Fault('AccountInvalid', { fields: [{ path: 'callback', rule: 'host', message: refusal }] });
    const id = this.ids.next();
    const known = await this.listeners.add({
      id,
      callback,
      query: query ?? null,
      created_at: receivedAt.toISOString(),
    });
    if (known !== undefined)
      throw new Fault('AccountListenerExists', { text: `The listener ${known} has this /callback.` });
    const headers = { Location: `/brm/accountManagement/${version}/hub/${id}` };
    return new HttpAnswer({ id, callback, query }, { headers });
  }
}
