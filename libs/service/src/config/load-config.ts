import { type Environment, find, ownVariables, variablesOf } from './environment';
import { allowed, readValue } from './read-value';
import {
  type ConfigClass,
  type SettingDeclaration,
  type SettingValue,
  sectionsOf,
  settingsOf,
} from './setting';
import { suggest } from './suggest';

/** Everything that is wrong with the environment, a line each, none of which shows a secret. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
  }
}

/**
 * Reads a config class, sections and all, from environment variables. Each can be written with the service's prefix, which
 * wins: so all services can be started from one environment.
 *
 * @param prefix The prefix of the service's own variables, `EVENTS_`. A variable that has it and fills nothing is a fault:
 * it is misspelt.
 * @throws ConfigError with every fault, not only the first.
 */
export function loadConfig<T extends object>(config: ConfigClass<T>, env: Environment, prefix: string): T {
  const faults: string[] = [];
  const read = (setting: SettingDeclaration): SettingValue | undefined => {
    try {
      return readSetting(setting, env, prefix);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const instance = fill(config, read);
  faults.push(...misspelt(config, env, prefix));
  if (faults.length > 0) throw new ConfigError(faults);
  return instance;
}

/** Every setting of a config class and of its sections. */
export function allSettings(config: ConfigClass): SettingDeclaration[] {
  return [...settingsOf(config), ...sectionsOf(config).flatMap(({ section }) => allSettings(section()))];
}

function fill<T extends object>(
  config: ConfigClass<T>,
  read: (setting: SettingDeclaration) => SettingValue | undefined,
): T {
  const settings = settingsOf(config).map((setting) => [setting.property, read(setting)] as const);
  const sections = sectionsOf(config).map(
    ({ property, section }) => [property, fill(section(), read)] as const,
  );
  return Object.assign(new config(), Object.fromEntries([...settings, ...sections]));
}

function readSetting(
  setting: SettingDeclaration,
  env: Environment,
  prefix: string,
): SettingValue | undefined {
  const found = find(setting, env, prefix);
  if (found === undefined) {
    if (setting.default !== undefined || setting.optional === true) return setting.default;
    throw new Error(`${setting.name} is not set. It must be ${allowed(setting)}: ${setting.description}.`);
  }
  const value = readValue(found.text, setting);
  if (value !== undefined) return value;
  // A URL may carry a password.
  const shown = setting.secret === true || setting.type === 'url' ? 'the value' : quote(found.text);
  throw new Error(`${found.variable}: ${shown} is not allowed. It must be ${allowed(setting)}.`);
}

function misspelt(config: ConfigClass, env: Environment, prefix: string): string[] {
  const known = allSettings(config).flatMap((setting) => variablesOf(setting, prefix));
  return ownVariables(env, prefix)
    .filter((name) => !known.includes(name))
    .map((name) => `${name} is no variable of this service.${meant(suggest(name, known))}`);
}

function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
}

/** On one line and not endless, whatever was written. */
function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
