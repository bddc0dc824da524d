import { Shares } from '../clock/shares';

/** So many go on in the same turn: with fewer at a time their next writes would share less. */
const atOnce = 32;

const shares = new Shares();

/** Answers callers who asked together, many of them in shares: what each of them does next takes its time. */
export function handOut<T>(callers: readonly T[], answer: (caller: T, index: number) => void): void {
  callers.forEach((caller, index) => {
    if (index < atOnce) answer(caller, index);
    else shares.queue(() => answer(caller, index));
  });
}
