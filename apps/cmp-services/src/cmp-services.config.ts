import { Setting, SoapServiceConfig } from '@trunkline/service';

/** Every variable that `cmp-services` reads. */
export class CmpServicesConfig extends SoapServiceConfig {
  override readonly port: number = 3003;

  @Setting('CMP_LENIENT_NAMES', {
    type: 'boolean',
    default: true,
    description:
      'Whether the names in documentation style (EffectiveDate), and levels in any case, are taken too',
  })
  readonly lenientNames!: boolean;

  @Setting('CMP_USERS', {
    type: 'text',
    optional: true,
    secret: true,
    description:
      'Who may call: name:hash, or name:hash:operation,operation, with blanks between; everybody where it is not set. The command hash-password makes the hash',
  })
  readonly users: string | undefined;
}
