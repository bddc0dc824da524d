import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  accountOf,
  carrierOf,
  envelopeOf,
  partyAccountCreateEvent,
  type PartyAccountCreateEvent,
  type JsonValue,
  valuesOf,
  writeCanonicalJson,
  writeJson,
} from '@trunkline/contracts/accounts';
import { Fault } from '@trunkline/faults';
import { type Call, type Handler, Handles, HttpAnswer, Ids } from '@trunkline/service';
import { Announcer } from '../announce/announcer';
import { NeedsScope } from '../oauth/needs-scope';
import { AccountStore, type Collision, type NewAccount } from '../store/account.store';

/** Keeps the account of a notification, once, and has it announced (CONTRACTS.md section 4). */
@Handles(partyAccountCreateEvent)
@NeedsScope(partyAccountCreateEvent)
@Injectable()
export class PartyAccountCreateEventHandler implements Handler<PartyAccountCreateEvent> {
  constructor(
    private readonly accounts: AccountStore,
    private readonly announcer: Announcer,
    private readonly ids: Ids,
  ) {}

  async handle(event: PartyAccountCreateEvent, { receivedAt }: Call): Promise<HttpAnswer> {
    const account = newAccount(event, this.ids, receivedAt);
    const created = await this.accounts.create(account, this.announcer.announcementsOf(account.id));
    if (created.state === 'collides')
      throw new Fault('AccountConflict', { text: textOf(created.with, carrierOf(event)) });
    return new HttpAnswer(undefined, {});
  }
}

function newAccount(event: PartyAccountCreateEvent, ids: Ids, receivedAt: Date): NewAccount {
  const account = accountOf(event);
  const { id = ids.next(), accountNumber, username } = event[carrierOf(event)]!.partyAccount;
  const identified = new Map<string, JsonValue>([...account, ['id', id]]);
  return {
    eventId: event.eventId,
    fingerprint: hash('sha256', writeCanonicalJson(event.source), 'base64'),
    id,
    // Many send an empty text for nothing.
    accountNumber: accountNumber || undefined,
    username: username || undefined,
    envelope: writeJson(envelopeOf(event)),
    content: writeJson(identified),
    values: valuesOf(identified),
    createdAt: receivedAt.toISOString(),
  };
}

function textOf(collisions: readonly Collision[], carrier: string): string {
  const texts = collisions.map((name) =>
    name === 'eventId'
      ? '/eventId came before with other content.'
      : `Another account has this /${carrier}/partyAccount/${name}.`,
  );
  return texts.join(' ');
}
