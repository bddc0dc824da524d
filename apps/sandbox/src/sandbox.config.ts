import { ProcessConfig } from '@trunkline/service';

/** Every variable that the sandbox reads. */
export class SandboxConfig extends ProcessConfig {
  override readonly port: number = 3010;

  /** It holds answers back on purpose: nobody is to wait for those when it stops. */
  override readonly shutdownGrace: number = 0;
}
