import { ServiceConfig } from '@trunkline/service';

/** Every variable that the sandbox reads: those that each service has. */
export class SandboxConfig extends ServiceConfig {
  override readonly port: number = 3010;

  /** It holds answers back on purpose: nobody is to wait for those when it stops. */
  override readonly shutdownGrace: number = 0;
}
