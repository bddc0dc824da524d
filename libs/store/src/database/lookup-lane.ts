import type { Engine } from './engine';
import { isRefused } from './errors';
import { Lane } from './lane';
import type { Lookup } from './lookup';
import type { Returned, Row } from './statement';

/** Asks a lookup for many rows at once; for each what is found, in the order of the lookup. */
export function lookupLane(engine: Engine, lookup: Lookup): Lane<Row, Returned[]> {
  return new Lane({
    largest: 500,
    run: async (rows) => {
      const found: Returned[][] = rows.map(() => []);
      const placed = rows.map((row, place) => [place, ...row]);
      for (const row of await engine.read(lookup, placed)) found[row['place'] as number]!.push(row);
      return found;
    },
    mayBeOfOne: isRefused,
  });
}
