import type { Type } from '@nestjs/common';
import type { Contract } from '@trunkline/operations';
import type { Migration } from '@trunkline/store';
import type { ProcessConfig } from './config/process.config';
import type { SoapSettings } from './endpoint/soap/settings';
import type { ServiceCommand } from './start/service-command';

/** A deployable: what `startService` makes a process of. */
export interface Service<Config extends ProcessConfig = ProcessConfig> {
  /** The app's name, which is also its log's and database's: `cmp-services`. */
  readonly name: string;
  readonly title: string;
  /** What it promises; the sandbox promises nothing. */
  readonly contract?: Contract;
  /** The app's own module: handlers, back ends, stores. */
  readonly module: Type;
  /** A `ServiceConfig`, where it has a contract or tables. */
  readonly config: new () => Config;
  /** The tables of its own. A service with neither these nor a contract has no database. */
  readonly migrations?: readonly Migration[];
  /** What it can do for its operator beside serving, by name. */
  readonly commands?: Readonly<Record<string, ServiceCommand>>;
  /** What a SOAP service sets differently from the default. */
  soap?(config: Config): SoapSettings;
}
