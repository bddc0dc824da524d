import { creation, send } from './cmp-client';

/** Subscriptions of the example set, whose turns are no multiple of the instances': each instance meets them in an order of its own. */
const subscriptions = ['2', '3', '4', '5', '6', '10907447', '10907448'];
const firstDay = Date.UTC(2011, 0, 1);
const day = 24 * 3_600_000;

/** The code of a service that is in force already. */
const inForce = 'CMP2009 serviceCode';

/** Asks for the service of this number, the same each time: no two share a day of a subscription. */
export async function createNumbered(url: string, number: number): Promise<string> {
  const { status, errors, text } = await send(url, creation(fieldsOf(number)));
  return status === 200 || errors.length === 0 ? `${status} ${text}` : errors.join();
}

/** Whether there is the service of its message: since just now, or since an earlier message. */
export function isThere(answer: string): boolean {
  return answer === repeated(answer) ? answer === inForce : true;
}

/** Whoever asks again for what was created is told that it is in force. */
export function repeated(answer: string): string {
  return answer.startsWith('200 ') ? inForce : answer;
}

/** The service is the place where its effects are: it names all that are in the way of a creation that breaks another rule, too. */
export async function startNothing() {
  return {
    effects: async (number: number, url: string) => {
      const { errors } = await send(url, creation({ ...fieldsOf(number), ServicePrice: '1000' }));
      return errors.filter((error) => error === inForce).length;
    },
    close: async () => undefined,
  };
}

function fieldsOf(number: number): Record<string, string> {
  const [turn, place] = [Math.floor(number / subscriptions.length), number % subscriptions.length];
  const date = new Date(firstDay + turn * day).toISOString().slice(0, 10);
  return { CustomerLevelReference: subscriptions[place]!, effectiveDate: date, expiryDate: date };
}
