import { IcomsWorkOrdersSimulator } from '@trunkline/backends/icoms';

type Receive = IcomsWorkOrdersSimulator['receive'];

/** The work orders of ICOMS, counted for each line however many there are. */
export class CountingWorkOrders extends IcomsWorkOrdersSimulator {
  private readonly created = new Map<string, number>();

  override receive(request: Parameters<Receive>[0]): ReturnType<Receive> {
    const { effects } = this.state();
    const reaction = super.receive(request);
    const now = this.state();
    const latest = now.orders.at(-1);
    if (latest && now.effects > effects)
      this.created.set(latest.telephone, this.createdFor(latest.telephone) + 1);
    return reaction;
  }

  createdFor(telephone: string): number {
    return this.created.get(telephone) ?? 0;
  }
}
