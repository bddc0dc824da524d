import type { FieldKind } from './field';

/** The value of an element's or attribute's text, or `undefined` where the text is no such value (XML Schema part 2). */
export type ReadText = (text: string) => string | number | boolean | undefined;

/** How each kind reads its text in XML: free text keeps its blanks, everything else collapses them (`xs:token`). */
export const readText: Record<Exclude<FieldKind, 'object'>, ReadText> = {
  text: (text) => text,
  token: collapse,
  integer: (text) => integer(collapse(text)),
  decimal: (text) => decimal(collapse(text)),
  boolean: (text) => booleans[collapse(text)],
  date: (text) => when(collapse(text), isDate),
  dateTime: (text) => when(collapse(text), isDateTime),
};

const booleans: Record<string, boolean> = Object.assign(Object.create(null), {
  true: true,
  '1': true,
  false: false,
  '0': false,
});

/** Blanks of XML only: no-break spaces and the like are content. */
export function collapse(text: string): string {
  if (!hasBlank(text)) return text;
  return text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

/** Character by character: most values have none, and a pattern costs five times as much to say so. */
function hasBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) <= 0x20) return true;
  return false;
}

function integer(text: string): number | undefined {
  // Beyond 2^53 it is rounded, but stays beyond: the field's maximum refuses it.
  return /^[+-]?\d+$/.test(text) ? Number(text) || 0 : undefined;
}

/** Exact: the digits as sent, without a plus sign and leading zeros. */
function decimal(text: string): string | undefined {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!parts || !(parts[2] || parts[3])) return undefined;
  const whole = (parts[2] ?? '').replace(/^0+(?=\d)/, '') || '0';
  return `${parts[1] === '-' ? '-' : ''}${whole}${parts[3] ? `.${parts[3]}` : ''}`;
}

function when(text: string, holds: (text: string) => boolean): string | undefined {
  return holds(text) ? text : undefined;
}

const day = String.raw`(-?(?:[1-9]\d{4,}|\d{4}))-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const time = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)`;
const zone = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?`;
const dates = new RegExp(`^${day}${zone}$`);
const dateTimes = new RegExp(`^${day}T${time}${zone}$`);

/** Whether the text is an `xs:date` that the calendar has. */
export function isDate(text: string): boolean {
  return onCalendar(dates.exec(text));
}

/** Whether the text is an `xs:dateTime` that the calendar has. */
export function isDateTime(text: string): boolean {
  return onCalendar(dateTimes.exec(text));
}

function onCalendar(parts: RegExpExecArray | null): boolean {
  if (!parts) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year !== 0 && date <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
