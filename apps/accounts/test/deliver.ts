/** What a service answered, its body as text, since numbers must not be read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export const root = '/brm/accountManagement/v4';

export async function ask(url: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(`${url}${root}${path}`, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

export function post(
  url: string,
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = { 'content-type': 'application/json;charset=utf-8', ...headers };
  return ask(url, path, { method: 'POST', headers: sent, body });
}

/** Delivers a notification. */
export function deliver(url: string, event: string, headers: Record<string, string> = {}): Promise<Answer> {
  return post(url, '/listener/partyAccountCreateEvent', event, headers);
}

/** A notification of an account of its own, with `attributes` beside what every account needs. */
export function eventOf(name: string, attributes = ''): string {
  const account = `"id":"account-${name}","name":"Ann Example","relatedParty":[{"id":"party-${name}"}]${attributes}`;
  return `{"eventId":"event-${name}","event":{"partyAccount":{${account}}}}`;
}

/** The TMF Error of an answer. */
export function errorOf({ text }: Answer): Record<string, string> {
  return JSON.parse(text) as Record<string, string>;
}
