import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  readJson,
  writeJson,
} from '@trunkline/contracts/accounts';
import { type Item, type Job, Jobs } from '@trunkline/store';
import { circuitBreaker, type CircuitBreakerPolicy, ConsecutiveBreaker, handleAll } from 'cockatiel';
import { AccountStore } from '../store/account.store';
import { ListenerStore } from '../store/listener.store';
import { CallbackSender } from './callback-sender';

/** Which account a listener is to be told of; both ids. */
interface Announcement {
  readonly listener: string;
  readonly account: string;
}

const kind = 'announce-account';

/** A listener that fails three times in a row is left alone for a while, in milliseconds: others must not wait for it. */
const failures = 3;
const rest = 10_000;

/** Tells every listener of every new account: at least once, in order for each account, again and again until it is taken. */
@Injectable()
export class Announcer implements OnModuleInit {
  private readonly breakers = new Map<string, CircuitBreakerPolicy>();

  constructor(
    private readonly jobs: Jobs,
    private readonly accounts: AccountStore,
    private readonly listeners: ListenerStore,
    private readonly sender: CallbackSender,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<Announcement>(kind, (job) => this.announce(job));
  }

  /** What is still to be done once an account is kept: to be written in the same transaction. */
  async announcementsOf(account: string): Promise<Item[]> {
    const listeners = await this.listeners.ids();
    return listeners.map((listener) =>
      this.jobs.item(kind, { listener, account }, { key: `${listener} ${account}` }),
    );
  }

  private async announce({ id, input, signal }: Job<Announcement>): Promise<void> {
    const callback = await this.listeners.callbackOf(input.listener);
    if (callback === undefined) return;
    const account = await this.accounts.find(input.account);
    if (!account) throw new Error('The account is gone');
    const event = eventOf(id, account);
    await this.breakerOf(input.listener).execute(() => this.sender.post(callback, writeJson(event), signal));
  }

  private breakerOf(listener: string): CircuitBreakerPolicy {
    const breaker =
      this.breakers.get(listener) ??
      circuitBreaker(handleAll, { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: rest });
    this.breakers.set(listener, breaker);
    return breaker;
  }
}

interface Kept {
  readonly content: string;
  readonly envelope: string;
  readonly createdAt: string;
}

/** The notification of an account: ours, with an id that stays the same however often it is sent, and what came with the account. */
function eventOf(eventId: string, { content, envelope, createdAt }: Kept): JsonObject {
  const came = membersOf(readJson(envelope));
  // Earlier versions kept nothing of what stood beside the account.
  const beside = membersOf(came.get('event'));
  return new Map<string, JsonValue>([
    ...came,
    ['eventId', eventId],
    ['eventTime', createdAt],
    ['eventType', 'PartyAccountCreateEvent'],
    ['event', new Map([...beside, ['partyAccount', readJson(content)]])],
  ]);
}

function membersOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : new Map();
}
