import {
  type ConfigClass,
  type SettingDeclaration,
  type SettingValue,
  sectionsOf,
  settingsOf,
} from './setting';

/** The instances of a config class and of its sections: what Nest hands out, each under its class. */
export function partsOf(config: object): object[] {
  const sections = sectionsOf(config.constructor as ConfigClass);
  return [config, ...sections.flatMap(({ property }) => partsOf(Reflect.get(config, property) as object))];
}

/** What holds, by variable, for the log: a secret is `***`, and so is what may be secret in a URL. */
export function effective(config: object): Record<string, SettingValue> {
  const shown = partsOf(config).flatMap((part) =>
    settingsOf(part.constructor as ConfigClass).flatMap((setting) => {
      const value = Reflect.get(part, setting.property) as SettingValue | undefined;
      return value === undefined ? [] : [[setting.name, show(setting, value)] as const];
    }),
  );
  return Object.fromEntries(shown);
}

/** A URL as it may be shown: where it goes, but neither user, password nor query. */
function withoutSecrets(url: string): string {
  const { protocol, username, password, host, pathname, search } = new URL(url);
  const user = username === '' && password === '' ? '' : '***@';
  return `${protocol}//${user}${host}${pathname}${search === '' ? '' : '?***'}`;
}

function show({ type, secret = false }: SettingDeclaration, value: SettingValue): SettingValue {
  if (type === 'url') return withoutSecrets(String(value));
  return secret ? '***' : value;
}
