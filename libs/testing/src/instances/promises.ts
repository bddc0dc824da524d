import type { CrashSubject } from '../crash/survives-kills';
import type { Outcome } from './steady-load';

/** How many messages are asked for again at once. */
const atOnce = 16;

/** Where the effects of a service's messages can be counted. */
export interface Effects {
  /**
   * How often the message of this number had its effect.
   *
   * @param url Where the service is, whose own database may be the place to look.
   */
  effects(message: number, url: string): number | Promise<number>;
  close(): Promise<void>;
}

/** How the answers of a service are understood. */
export interface Answering extends Pick<CrashSubject, 'said'> {
  /** What a repetition is answered, once the first message was answered so. Absent where it is the same, to the byte. */
  repeated?(answer: string): string;
}

/** Who made the promises: how to ask again, and how to look at what was really done. */
interface Promising extends Answering {
  effects(message: number): number | Promise<number>;
  send(message: number): Promise<string>;
}

/**
 * Asks again for every message, and gives those for which the service does not stand by its word: what was done is answered as a
 * repetition is, and was done once; what had no answer is done once now, or said to be unknown and done at most once.
 */
export async function brokenPromises(
  outcomes: ReadonlyMap<number, Outcome>,
  { send, said, effects, repeated = (answer) => answer }: Promising,
): Promise<string[]> {
  const broken: string[] = [];
  const check = async ([message, before]: readonly [number, Outcome]) => {
    const again = await send(message);
    const [say, times] = [said(again), await effects(message)];
    const promised = typeof before === 'string' && said(before) === 'done';
    if (promised && again !== repeated(before))
      broken.push(`${message} was answered ${before}, and then ${again}`);
    if (say === 'done' ? times !== 1 : times > 1)
      broken.push(`${message} is said to be ${say}: ${times} effects`);
  };
  const all = [...outcomes];
  for (let at = 0; at < all.length; at += atOnce) await Promise.all(all.slice(at, at + atOnce).map(check));
  return broken;
}
