import { Refusal } from '@trunkline/faults';

/** One media range of an Accept header (RFC 9110 section 12.5.1). */
interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The type of the highest quality in an Accept header; of equal ones that which it names more closely, or first. The first of `types`
 * where it says nothing.
 */
export function chooseType(accept: string | undefined, types: readonly string[]): string {
  if (accept === undefined || accept.trim() === '') return types[0]!;
  if (types.includes(accept)) return accept;
  // Sorting keeps the order of what is equal.
  const ranges = accept
    .split(',')
    .map(rangeOf)
    .sort((one, other) => stars(one.type) - stars(other.type));
  const [best] = types
    .flatMap((type) => {
      const place = ranges.findIndex((range) => covers(range.type, type));
      return place < 0 ? [] : [{ type, place, quality: ranges[place]!.quality }];
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || one.place - other.place);
  if (best) return best.type;
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

function stars(range: string): number {
  return range.split('*').length;
}
