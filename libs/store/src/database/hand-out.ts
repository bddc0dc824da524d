import { Shares } from '../clock/shares';

const shares = new Shares();

/** Answers callers who asked together, in shares: what each of them does next takes its time. */
export function handOut<T>(callers: readonly T[], answer: (caller: T, index: number) => void): void {
  const [first, ...others] = callers;
  if (first === undefined) return;
  shares.run(() => answer(first, 0));
  others.forEach((caller, index) => shares.queue(() => answer(caller, index + 1)));
}
