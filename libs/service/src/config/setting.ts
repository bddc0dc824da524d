/** What each type of setting becomes in the config class. */
interface SettingValues {
  text: string;
  integer: number;
  boolean: boolean;
  /** Kept as it was written, once it is known to be a URL. */
  url: string;
  /** One of `choices`. */
  choice: string;
  /** Written with commas between. */
  list: readonly string[];
}

export type SettingType = keyof SettingValues;
export type SettingValue = SettingValues[SettingType];

export interface SettingOptions<T extends SettingType = SettingType> {
  readonly type: T;
  /** What it does, in one sentence, with its unit. */
  readonly description: string;
  /** What holds when the variable is not set. A setting with neither default nor `optional` must be set. */
  readonly default?: SettingValues[T];
  /** May be left out although it has no default: the property is then undefined. */
  readonly optional?: boolean;
  /** Is shown to nobody, and may also come from the file that `<NAME>_FILE` names. */
  readonly secret?: boolean;
  /** The values of a `choice`, or of each item of a `list`. */
  readonly choices?: readonly string[];
  /** The limits of an `integer`, both allowed. */
  readonly min?: number;
  readonly max?: number;
  /** The schemes of a `url`, http and https unless said otherwise. */
  readonly schemes?: readonly string[];
}

/** One environment variable and the property that it fills. */
export interface SettingDeclaration extends SettingOptions {
  /** The variable, without the prefix of a service. */
  readonly name: string;
  readonly property: string;
}

/** A part of a config class that is a config class itself, such as a back end's. */
export interface SectionDeclaration {
  readonly property: string;
  readonly section: () => ConfigClass;
}

export type ConfigClass<T extends object = object> = new () => T;

interface Declarations {
  readonly settings: Map<string, SettingDeclaration>;
  readonly sections: Map<string, SectionDeclaration>;
}

/** By prototype, since that is what a property decorator is given. */
const declared = new WeakMap<object, Declarations>();

/**
 * Declares the environment variable that fills a property of a config class. The compiler holds the property's type to the
 * setting's.
 *
 *     @Setting('PORT', { type: 'integer', min: 0, max: 65535, description: 'The port to listen on' })
 *     readonly port!: number;
 */
export function Setting<T extends SettingType>(name: string, options: SettingOptions<T>) {
  return <K extends string>(
    prototype: { readonly [P in K]?: SettingValues[T] | undefined },
    property: K,
  ): void => {
    declarationsOf(prototype).settings.set(property, { ...options, name, property });
  };
}

/** Makes another config class a part of this one. */
export function Settings<T extends object>(section: () => ConfigClass<T>) {
  return <K extends string>(prototype: { readonly [P in K]: T }, property: K): void => {
    declarationsOf(prototype).sections.set(property, { property, section });
  };
}

/**
 * The settings of a class and of those that it extends, the oldest first. An extending class gives an inherited setting
 * another default by giving the property a value:
 *
 *     override readonly port: number = 3001;
 */
export function settingsOf(config: ConfigClass): SettingDeclaration[] {
  const initial = new config();
  const settings = new Map(lineageOf(config).flatMap((declarations) => [...declarations.settings]));
  return [...settings.values()].map((setting) => {
    const value = (Reflect.get(initial, setting.property) as SettingValue | undefined) ?? setting.default;
    return value === undefined ? setting : { ...setting, default: value };
  });
}

export function sectionsOf(config: ConfigClass): SectionDeclaration[] {
  return lineageOf(config).flatMap((declarations) => [...declarations.sections.values()]);
}

function lineageOf(config: ConfigClass): Declarations[] {
  const lineage: Declarations[] = [];
  let prototype = config.prototype as object | null;
  while (prototype !== null) {
    const declarations = declared.get(prototype);
    if (declarations !== undefined) lineage.unshift(declarations);
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return lineage;
}

function declarationsOf(prototype: object): Declarations {
  const declarations = declared.get(prototype) ?? { settings: new Map(), sections: new Map() };
  declared.set(prototype, declarations);
  return declarations;
}
