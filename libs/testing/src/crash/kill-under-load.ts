import type { ServiceProcess } from './service-process';

const senders = 16;

/** What became of messages that were sent while their service was killed again and again. */
export interface KilledUnderLoad {
  /** They had the numbers from 0 on. */
  readonly sent: number;
  /** The numbers of those that were answered as taken. */
  readonly answered: ReadonlySet<number>;
}

/**
 * Starts a service and kills it with SIGKILL, so many times, while senders send it one message after the other; each time it has taken some
 * more before.
 *
 * @param send Sends the message of this number, and says whether it was taken; rejects when there is no answer.
 */
export async function killUnderLoad(
  rounds: number,
  start: () => Promise<ServiceProcess>,
  send: (url: string, number: number) => Promise<boolean>,
): Promise<KilledUnderLoad> {
  const answered = new Set<number>();
  let sent = 0;
  for (let round = 0; round < rounds; round++) {
    const service = await start();
    const enough = answered.size + 20 + 13 * round;
    const sendOnAndOn = async (): Promise<void> => {
      for (;;) {
        const number = sent++;
        if (await send(service.url, number)) answered.add(number);
        if (answered.size >= enough) return service.kill();
      }
    };
    await Promise.allSettled(Array.from({ length: senders }, sendOnAndOn));
    await service.gone;
  }
  return { sent, answered };
}
