import { Refusal } from '@trunkline/faults';
import fc from 'fast-check';
import { parseLongJson } from './long-json';

describe('parsing a long JSON text in pieces', () => {
  const texts = fc.tuple(
    fc.json({ maxDepth: 6 }),
    fc.constantFrom(undefined, 1, '\t'),
    fc.integer({ min: 1, max: 40 }),
  );

  it('gives what JSON.parse gives', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async ([json, indent, piece]) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(plain(await parseLongJson(text, undefined, piece))).toEqual(plain(JSON.parse(text)));
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses what JSON.parse refuses, and nothing else', async () => {
    const broken = fc
      .tuple(texts, fc.nat(), fc.constantFrom(...'{}[],:"\\ax1-.e \n', ''))
      .map(([[json, , piece], at, character]) => {
        const place = at % (json.length + 1);
        return [json.slice(0, place) + character + json.slice(place + 1), piece] as const;
      });
    await fc.assert(
      fc.asyncProperty(broken, async ([text, piece]) => {
        const parsed = await outcome(() => parseLongJson(text, undefined, piece));
        expect(plain(parsed)).toEqual(plain(await outcome(async () => JSON.parse(text))));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['[1,2,3,4,]', 1, 10],
    ['[1,2,3,4,,5]', 1, 10],
    ['{"a":[1,2,3,4]\n,}', 2, 2],
    ['{"a":[1,2,3,4] "b":1}', 1, 16],
    ['{"a":[1,2,3,4],\n"b":bad}', 2, 5],
    ['[1,2,3,4] []', 1, 11],
    ['x[1,2,3,4]', 1, 1],
    ['[1,2,3,4', 1, 9],
    ['[1,2,3,4}', 1, 9],
    ['{"a":1[1,2,3]}', 1, 7],
  ])('tells where %j is wrong', async (text, line, column) => {
    await expect(parseLongJson(text, undefined, 1)).rejects.toMatchObject({
      kind: 'Malformed',
      line,
      column,
    });
  });

  it('gives the elements of long arrays to be read, with the path of their array', async () => {
    const read = (path: string, elements: unknown[]) =>
      elements.map((element) => `${path}: ${JSON.stringify(element)}`);
    expect(await parseLongJson('[0,{"a":[1,2,3],"b":[]},{"c":4}]', read, 1)).toEqual([
      ': 0',
      expect.objectContaining({ a: ['1/a: 1', '1/a: 2', '1/a: 3'] }),
      ': {"c":4}',
    ]);
  });

  it('keeps the prototype of nothing', async () => {
    const value = (await parseLongJson(
      '{"__proto__":{"accountId":"1"},"list":[1,2,3]}',
      undefined,
      1,
    )) as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'list']);
    expect('accountId' in value).toBe(false);
  });

  it('refuses a text that is nested too deep', async () => {
    await expect(parseLongJson('['.repeat(1_000_000))).rejects.toThrow('nested deeper than 64');
  });

  it('lets others have their turn', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    await parseLongJson(
      JSON.stringify(Array.from({ length: 300_000 }, (_, index) => ({ accountId: String(index) }))),
    );
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
  });
});

async function outcome(parse: () => Promise<unknown>): Promise<unknown> {
  try {
    return { value: await parse() };
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Refusal && error.kind === 'Malformed'))
      return 'malformed';
    throw error;
  }
}

/** The same, whatever the prototypes are, and `-0` as 0. */
function plain(value: unknown): string {
  return JSON.stringify(value);
}
