import { Injectable } from '@nestjs/common';
import { type AddressOfOne, unregisterListener } from '@trunkline/contracts/accounts';
import { Fault } from '@trunkline/faults';
import { type Call, type Handler, Handles, HttpAnswer } from '@trunkline/service';
import { NeedsScope } from '../oauth/needs-scope';
import { ListenerStore } from '../store/listener.store';

/** Takes a listener off the list. */
@Handles(unregisterListener)
@NeedsScope(unregisterListener)
@Injectable()
export class UnregisterListenerHandler implements Handler<object, object, AddressOfOne> {
  constructor(private readonly listeners: ListenerStore) {}

  async handle(_request: object, _call: Call, { id }: AddressOfOne): Promise<HttpAnswer> {
    if (await this.listeners.remove(id)) return new HttpAnswer(undefined, {});
    throw new Fault('AccountListenerNotFound', { text: 'No listener has this id.' });
  }
}
