import type { Contract } from '@trunkline/operations';
import { type Sample, samplesOf } from '@trunkline/service';
import type { XmlNode } from '../documents/tree';
import { Chance } from './chance';
import { changeAddress } from './change-address';
import { changeBytes } from './change-bytes';
import { changeJson } from './change-json';
import { changeXml, treeOf } from './change-xml';
import { type FieldsByName, fieldsByName } from './fields-by-name';

/** A request made from a sample's: with another body, or with another address where it has none. */
export interface FuzzedRequest {
  readonly sample: Sample;
  readonly path: string;
  readonly body: Buffer;
}

/** A sample, and what its body means where it means something. */
interface Source {
  readonly sample: Sample;
  readonly bytes: Buffer;
  readonly tree: XmlNode | undefined;
  readonly value: unknown;
}

/** Makes requests from the samples of a contract: half of the bodies have changes that know what they change, half have changed bytes. */
export class FuzzedRequests {
  private readonly sources: readonly Source[];
  private readonly bodies: readonly Buffer[];
  private readonly fields: FieldsByName;

  constructor(
    contract: Contract,
    private readonly seed: number,
  ) {
    this.sources = samplesOf(contract).map((sample) => sourceOf(sample, sample.request.body ?? ''));
    this.bodies = this.sources.map(({ bytes }) => bytes).filter(({ length }) => length > 0);
    this.fields = fieldsByName(contract);
  }

  /** The request of this number, the same each time. */
  make(number: number): FuzzedRequest {
    const chance = new Chance(this.seed, number);
    const source = chance.of(this.sources);
    const { sample, bytes } = source;
    const { request, operation } = sample;
    if (bytes.length > 0 || operation.form !== 'rest')
      return { sample, path: request.path, body: this.bodyOf(source, chance) };
    return { sample, path: changeAddress(request.path, operation, chance), body: bytes };
  }

  private bodyOf({ bytes, tree, value }: Source, chance: Chance): Buffer {
    if (chance.below(2) === 0) {
      if (tree) return Buffer.from(changeXml(tree, this.fields, chance));
      if (value !== undefined) return Buffer.from(changeJson(value, this.fields, chance));
    }
    return changeBytes(bytes, chance, chance.of(this.bodies));
  }
}

function sourceOf(sample: Sample, body: string): Source {
  const bytes = Buffer.from(body);
  const isXml = body.trimStart().startsWith('<');
  return { sample, bytes, tree: isXml ? treeOf(body) : undefined, value: isXml ? undefined : parsed(body) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
