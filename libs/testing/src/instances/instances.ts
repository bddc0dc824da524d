import type { ServiceProcess } from '../crash/service-process';
import { RoundRobin } from './round-robin';

/** Several processes of one service on one PostgreSQL, behind a balancer. */
export class Instances {
  private constructor(
    private readonly start: () => Promise<ServiceProcess>,
    readonly balancer: RoundRobin,
    readonly processes: ServiceProcess[],
  ) {}

  /** Starts them all at once, on whatever the database holds. */
  static async start(count: number, start: () => Promise<ServiceProcess>): Promise<Instances> {
    const balancer = await RoundRobin.start();
    const processes = await Promise.all(Array.from({ length: count }, start));
    for (const { url } of processes) await balancer.add(url);
    return new Instances(start, balancer, processes);
  }

  /** As the kernel does it, and without a word to the balancer, which has to find out. */
  kill(index: number): Promise<void> {
    return this.processes[index]!.kill();
  }

  /** As an operator does it. Gives the exit code: 0 when everything was brought to its end. */
  async stop(index: number): Promise<number | null> {
    const process = this.processes[index]!;
    await process.stop();
    return process.exitCode;
  }

  /** Puts a new process in the place of one that is gone. */
  async replace(index: number): Promise<void> {
    this.balancer.remove(this.processes[index]!.url);
    const process = await this.start();
    this.processes[index] = process;
    await this.balancer.add(process.url);
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop()));
    await this.balancer.close();
  }
}
