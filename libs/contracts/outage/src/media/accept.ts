import { Refusal } from '@trunkline/faults';

/** One media range of an Accept header (RFC 9110 section 12.5.1). */
interface Range {
  readonly type: string;
  readonly quality: number;
}

/** The type that an Accept header likes best: of equal ones the first that it names. The first of `types` where it says nothing. */
export function chooseType(accept: string | undefined, types: readonly string[]): string {
  if (accept === undefined || accept.trim() === '') return types[0]!;
  if (types.includes(accept)) return accept;
  const ranges = accept.split(',').map(rangeOf);
  const wanted = ranges
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .flatMap(({ type }) => types.filter((candidate) => covers(type, candidate)))
    .find((candidate) => qualityOf(candidate, ranges) > 0);
  if (wanted) return wanted;
  throw new Refusal('NotAcceptable', `Accept ${types.join(' or ')}`);
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

function covers(range: string, type: string): boolean {
  return range === type || range === '*/*' || range === `${type.split('/')[0]}/*`;
}

/** What the most specific range says of a type: `application/xml;q=0` excludes it from a range that would cover it. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const [closest] = ranges
    .filter((range) => covers(range.type, type))
    .sort((one, other) => stars(one.type) - stars(other.type));
  return closest?.quality ?? 0;
}

function stars(range: string): number {
  return range.split('*').length;
}
