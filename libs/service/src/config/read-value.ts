import type { SettingOptions, SettingType, SettingValue } from './setting';

type Reading = (text: string, options: SettingOptions) => SettingValue | undefined;

/** How each type is read; undefined when the text is none of it. */
const readings: Record<SettingType, Reading> = {
  text: (text) => text,
  integer: (text, { min, max }) => {
    const value = /^-?\d+$/.test(text) ? Number(text) : NaN;
    return value >= (min ?? Number.MIN_SAFE_INTEGER) && value <= (max ?? Number.MAX_SAFE_INTEGER)
      ? value
      : undefined;
  },
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  url: (text, options) => (schemesOf(options).includes(schemeOf(text)) ? text : undefined),
  choice: (text, { choices = [] }) => (choices.includes(text) ? text : undefined),
  list: (text, { choices }) => {
    const items = text.split(',').map((item) => item.trim());
    return items.every((item) => item !== '' && (choices?.includes(item) ?? true)) ? items : undefined;
  },
};

/** What a variable's text means, or undefined when its type does not allow it. */
export function readValue(text: string, options: SettingOptions): SettingValue | undefined {
  return readings[options.type](text, options);
}

/** What a setting allows, to follow on "must be". */
export function allowed(options: SettingOptions): string {
  const choices = options.choices?.join(', ');
  return {
    text: 'a text',
    integer: `an integer${limits(options)}`,
    boolean: 'true or false',
    url: `a URL (${schemesOf(options).join(', ')})`,
    choice: `one of ${choices}`,
    list: choices === undefined ? 'a list with commas between' : `a list, with commas between, of ${choices}`,
  }[options.type];
}

function limits({ min, max }: SettingOptions): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}

function schemesOf({ schemes = ['http', 'https'] }: SettingOptions): readonly string[] {
  return schemes;
}

function schemeOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : '';
}
