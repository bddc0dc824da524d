import { ask, deliver } from './deliver';

/** Delivers the account of this number, the same each time. */
export async function deliverNumbered(url: string, number: number): Promise<string> {
  const account = `"id":"numbered-${number}","name":"N","relatedParty":[{"id":"p-${number}"}]`;
  const event = `{"eventId":"event-${number}","event":{"partyAccount":{${account}}}}`;
  const { status, text } = await deliver(url, event);
  return `${status} ${text}`;
}

/** The service is the place where its effects are: an account is there, or it is not. */
export async function startNothing() {
  return {
    effects: async (number: number, url: string) => {
      const { headers } = await ask(url, `/partyAccount?id=numbered-${number}`);
      return Number(headers.get('x-total-count'));
    },
    close: async () => undefined,
  };
}
