import { IcomsConfig } from '@trunkline/backends/icoms';
import { CallsConfig, RetentionConfig, Setting, Settings, SoapServiceConfig } from '@trunkline/service';
import type { FaultPlacement } from '@trunkline/soap';

/** Every variable that `events` reads. */
export class EventsConfig extends SoapServiceConfig {
  override readonly port: number = 3001;

  @Setting('EVENTS_FAULT_PLACEMENT', {
    type: 'choice',
    default: 'body',
    choices: ['body', 'header'],
    description:
      'Where a fault is answered: as a soap:Fault in the body, or in the response header, for consumers of the older habit',
  })
  readonly faultPlacement!: FaultPlacement;

  @Settings(() => CallsConfig)
  readonly calls!: CallsConfig;

  @Settings(() => RetentionConfig)
  readonly retention!: RetentionConfig;

  @Settings(() => IcomsConfig)
  readonly icoms!: IcomsConfig;
}
