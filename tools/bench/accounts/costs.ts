import { readFileSync } from 'node:fs';
import {
  accountOf,
  accountsContract,
  partyAccountCreateEvent,
  type PartyAccountCreateEvent,
  readJson,
  valuesOf,
  writeCanonicalJson,
} from '@trunkline/contracts/accounts';
import { printRestCosts } from '../servers/rest-costs';

const [, , sample = ''] = process.argv;
const document = readFileSync(sample, 'utf8');
const bytes = Buffer.from(document);
const read = () => accountsContract.media.read(partyAccountCreateEvent, bytes, 'application/json');

async function print(): Promise<void> {
  const event = (await read()).message as PartyAccountCreateEvent;
  const account = accountOf(event);
  printRestCosts(partyAccountCreateEvent.request!, document, [
    ['reading and checking, to the last digit', read],
    ['… of that, our JSON reader alone', () => readJson(document)],
    ['canonical JSON, which is hashed', () => writeCanonicalJson(event.source)],
    ['the values that it is found by', () => valuesOf(account)],
  ]);
}

void print();
