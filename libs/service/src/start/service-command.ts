import type { Database } from '@trunkline/store';
import { type Environment, prefixOf } from '../config/environment';
import { loadConfig } from '../config/load-config';
import type { Service } from '../service';
import { openDatabaseOf } from './database';

/** What a service can do for its operator beside serving: `node main.js load services.csv`. */
export interface ServiceCommand {
  /** One line, for --help. */
  readonly summary: string;
  /** @throws StartError for the operator, TypeError of `parseArgs` for a wrong command line. */
  run(context: CommandContext): Promise<void>;
}

/** What a command works with. */
export interface CommandContext {
  /** What stands on the command line behind the command's name. */
  readonly args: readonly string[];
  /** Opens the service's database, brought up to date; it is closed when the command is done. Once a command. */
  openDatabase<T>(): Promise<Database<T>>;
}

/** The command that a command line begins with, where it is one of the service's own. */
export function commandOf(
  { commands = {} }: Service,
  [name = '']: readonly string[],
): ServiceCommand | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

/** Does a command, with the settings that the service itself would have. */
export async function runCommand(
  service: Service,
  command: ServiceCommand,
  args: readonly string[],
  env: Environment,
): Promise<void> {
  let close = async (): Promise<void> => undefined;
  const openDatabase = async <T>(): Promise<Database<T>> => {
    const config = loadConfig(service.config, env, prefixOf(service.name));
    const database = await openDatabaseOf<T>(service, config);
    close = () => database.close();
    return database;
  };
  try {
    await command.run({ args, openDatabase });
  } finally {
    await close();
  }
}
