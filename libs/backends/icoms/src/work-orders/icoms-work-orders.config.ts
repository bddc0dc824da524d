import { limitSettings } from '@trunkline/outbound';
import { Setting } from '@trunkline/service';

const code = { type: 'text' } as const;

/** Where the work orders of ICOMS are, how they are called, and which codes ours have. The defaults are the sandbox's. */
export class IcomsWorkOrdersConfig {
  @Setting('ICOMS_WORK_ORDERS_URL', {
    type: 'url',
    default: 'http://127.0.0.1:3010/icoms/CreateWorkOrder_V3',
    description: 'CreateWorkOrder_V3 of ICOMS',
  })
  readonly url!: string;

  @Setting('ICOMS_WORK_ORDERS_SENDER_URI', {
    type: 'text',
    default: 'urn:trunkline:voip-migration',
    description: 'The senderURI that ICOMS knows us by',
  })
  readonly senderUri!: string;

  @Setting('ICOMS_WORK_ORDERS_CALL_CODE', {
    ...code,
    default: 'VM',
    description: 'The callCode of a migration',
  })
  readonly callCode!: string;

  @Setting('ICOMS_WORK_ORDERS_TASK_CODE', {
    ...code,
    default: 'VOIPMIG',
    description: 'The workOrderTaskCode of a migration',
  })
  readonly workOrderTaskCode!: string;

  @Setting('ICOMS_WORK_ORDERS_SALES_REASON_CODE', {
    ...code,
    default: 'MG',
    description: 'The salesReasonCode of a migration',
  })
  readonly salesReasonCode!: string;

  @Setting('ICOMS_WORK_ORDERS_SALES_TYPE_CODE', {
    ...code,
    default: 'SW',
    description: 'The salesTypeCode of a migration',
  })
  readonly salesTypeCode!: string;

  @Setting('ICOMS_WORK_ORDERS_DEADLINE_MS', {
    ...limitSettings.deadline,
    default: 10_000,
    description: 'The time for a call, its wait for a connection included, in milliseconds',
  })
  readonly deadline!: number;

  @Setting('ICOMS_WORK_ORDERS_CONNECTIONS', {
    ...limitSettings.connections,
    description: 'How many calls may run at once, each on a connection',
  })
  readonly connections!: number;

  @Setting('ICOMS_WORK_ORDERS_WAITING', {
    ...limitSettings.waiting,
    description: 'How many more calls may wait for a connection',
  })
  readonly waiting!: number;

  @Setting('ICOMS_WORK_ORDERS_BREAKER_FAILURES', {
    ...limitSettings.breakerFailures,
    description: 'After how many failures in a row work orders are not called for a while',
  })
  readonly breakerFailures!: number;

  @Setting('ICOMS_WORK_ORDERS_BREAKER_COOL_DOWN_MS', limitSettings.breakerCoolDown)
  readonly breakerCoolDown!: number;
}
