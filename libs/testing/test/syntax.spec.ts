import fc from 'fast-check';
import { Refusal } from '@trunkline/faults';
import { parseXml, type XmlElement, type XmlHandler } from '@trunkline/fields';
import { syntax } from '../src/documents/syntax';
import { Libxml2 } from '../src/judges/libxml2';
import type { Reading } from '../src/judges/libxml2-reader.worker.mts';
import { patience, proofs } from '../src/proofs.config';

/** Not asked of libxml2: what others here decide, encodings and versions; and what it or saxes reads in a way of its own. */
const leftOut = [
  /encoding/,
  /** A namespace may be any name. */
  /is not a valid URI/,
  /** saxes takes `<?a?b?>` for an instruction. */
  /ParsePI: PI .+ space expected/,
];
const otherVersion = /^<\?xml\s+version\s*=\s*["'](?!1\.0["'])/;

describe('parsing XML', () => {
  const { seed, runs: numRuns } = proofs;
  let libxml2: Libxml2<Reading>;
  beforeAll(() => {
    libxml2 = new Libxml2('libxml2-reader.worker.mts');
  });
  afterAll(() => libxml2.close());

  it(
    `reads what libxml2 reads, and refuses what it refuses, on ${numRuns} random documents, seed ${seed}`,
    async () => {
      const same = fc.asyncProperty(syntax(), async (xml) => {
        const [reading] = await libxml2.ask([xml]);
        const { events, complaints = [] } = reading!;
        const asked = !complaints.some((complaint) => leftOut.some((pattern) => pattern.test(complaint)));
        fc.pre(asked && !otherVersion.test(xml));
        expect({ events: ours(xml), complaints }).toEqual({ events: events && joined(events), complaints });
      });
      await fc.assert(same, { numRuns, seed });
    },
    patience,
  );
});

/** What our parser tells of a document, nothing where it refuses it. */
function ours(xml: string): string[] | undefined {
  const told = new Told();
  try {
    parseXml(xml, told);
    return joined(told.events);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Writes down a document in the words of libxml2-reader.worker.mts. */
class Told implements XmlHandler {
  readonly events: string[] = [];
  private depth = 0;

  open({ uri, local, attributes }: XmlElement): void {
    const named = Object.values(attributes).filter((each) => each.uri !== 'http://www.w3.org/2000/xmlns/');
    const written = named.map((each) => ` {${each.uri}}${each.local}=${each.value}`);
    this.events.push(`<{${uri}}${local}${written.sort().join('')}`);
    this.depth++;
  }

  text(text: string): void {
    // Blanks around the root element are none of its content.
    if (this.depth > 0) this.events.push(`"${text}`);
  }

  close(): void {
    this.depth--;
    this.events.push('>');
  }
}

/** The events however a text was divided: only what it says counts. */
function joined(events: readonly string[]): string[] {
  const all: string[] = [];
  for (const event of events.filter((each) => each !== '"')) {
    if (event.startsWith('"') && all.at(-1)?.startsWith('"')) all.push(all.pop()! + event.slice(1));
    else all.push(event);
  }
  return all;
}
