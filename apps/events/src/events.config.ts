import { IcomsConfig } from '@trunkline/backends/icoms';
import { ServiceConfig, Setting, Settings } from '@trunkline/service';
import type { FaultPlacement } from '@trunkline/soap';

/** Every variable that `events` reads. */
export class EventsConfig extends ServiceConfig {
  @Setting('PORT', { type: 'integer', default: 3001, min: 0, max: 65535, description: 'The port to listen on; 0 takes a free one' })
  override readonly port!: number;

  @Setting('EVENTS_FAULT_PLACEMENT', {
    type: 'choice',
    default: 'body',
    choices: ['body', 'header'],
    description: 'Where a fault is answered: as a soap:Fault in the body, or in the response header, for consumers of the older habit',
  })
  readonly faultPlacement!: FaultPlacement;

  @Settings(() => IcomsConfig)
  readonly icoms!: IcomsConfig;
}
