import { allSettings } from './load-config';
import { allowed } from './read-value';
import type { ConfigClass, SettingValue } from './setting';

/** One environment variable, as the pages of a service tell of it. */
export interface SettingDescription {
  readonly name: string;
  readonly description: string;
  /** What it may be, in words: `an integer from 0 to 65535`. */
  readonly allowed: string;
  /** As it would be written; undefined when there is none. */
  readonly default: string | undefined;
  readonly required: boolean;
  readonly secret: boolean;
}

/** Every variable that a config class reads, in the order of declaration. */
export function describeConfig(config: ConfigClass): SettingDescription[] {
  return allSettings(config).map((setting) => ({
    name: setting.name,
    description: setting.description,
    allowed: allowed(setting),
    default: setting.default === undefined ? undefined : written(setting.default),
    required: setting.default === undefined && setting.optional !== true,
    secret: setting.secret === true,
  }));
}

/** The `.env.example` of a service: every variable with its default, each commented out that need not be set. */
export function renderEnvExample(title: string, config: ConfigClass): string {
  const head = `# ${title}: every variable that it reads. Copy it to .env, change what must differ, and start the service\n# with node --env-file=.env`;
  const entries = describeConfig(config).map((setting) => {
    const secret = setting.secret ? `\n# Or the file that holds it: ${setting.name}_FILE` : '';
    const line = `${setting.required ? '' : '# '}${setting.name}=${setting.default ?? ''}`;
    return `# ${setting.description}. Must be ${setting.allowed}.${secret}\n${line}`;
  });
  return `${[head, ...entries].join('\n\n')}\n`;
}

/** The table of a README: every variable, its default and what it does. */
export function renderSettingsTable(config: ConfigClass): string {
  const rows = describeConfig(config).map(({ name, description, allowed, required, ...setting }) => {
    const value = setting.default === undefined ? (required ? '**required**' : '') : `\`${setting.default}\``;
    return `| \`${name}\` | ${value} | ${description}. Must be ${allowed}. |`;
  });
  return `${['| variable | default | what it does |', '| --- | --- | --- |', ...rows].join('\n')}\n`;
}

function written(value: SettingValue): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}
