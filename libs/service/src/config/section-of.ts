import { partsOf } from './effective';
import { loadConfig } from './load-config';
import type { ConfigClass } from './setting';

/** The section of that class that a config has; what holds by default, where it has none. */
export function sectionOf<T extends object>(config: object, section: ConfigClass<T>): T {
  const own = partsOf(config).find((part) => part instanceof section) as T | undefined;
  return own ?? loadConfig(section, {}, '');
}
