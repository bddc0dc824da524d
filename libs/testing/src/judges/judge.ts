import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { escapeAttribute, type RootElement, type Schema, schemasBelow, writeSchema } from '@trunkline/fields';
import { rootElements, type SoapContract } from '@trunkline/operations';
import { envelopeSchemas } from './envelope-schemas';
import type { Schemas, Verdict } from './libxml2.worker.mts';

interface Waiting {
  readonly resolve: (verdicts: readonly Verdict[]) => void;
  readonly reject: (error: Error) => void;
}

/** libxml2, which knows nothing of our fields, with the XML Schema that we publish of them. */
export class Judge {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private failure: Error | undefined;

  constructor(schemas: Schemas) {
    this.worker = new Worker(join(__dirname, 'libxml2.worker.mts'), { workerData: schemas });
    this.worker.on('message', (verdicts: readonly Verdict[]) => this.waiting.shift()?.resolve(verdicts));
    this.worker.on('error', (error: Error) => this.fail(error));
  }

  /** What libxml2 has against each document, in their order; nothing where it is valid. */
  judge(documents: readonly string[]): Promise<readonly Verdict[]> {
    if (this.failure) return Promise.reject(this.failure);
    this.worker.postMessage(documents);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure = error;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}

/** A judge of documents with these root elements, by the schemas that are published of them. */
export function judgeOf(roots: readonly RootElement[]): Judge {
  return new Judge(importing(publishedSchemas(roots)));
}

/** A judge of the envelopes of a contract, and of all that stands in them. */
export function judgeOfEnvelopes(contract: SoapContract): Judge {
  const envelopes = Object.entries(envelopeSchemas).map(([namespace, text]) => ({ namespace, text }));
  const named = envelopes.map((schema, at) => ({ ...schema, file: `envelope-${at}.xsd` }));
  return new Judge(importing([...publishedSchemas(rootElements(contract)), ...named]));
}

/** The file that a schema is published in. */
export function fileName({ name }: Schema): string {
  return `${name}.xsd`;
}

/** One schema document, as others refer to it. */
interface SchemaFile {
  readonly namespace: string;
  readonly file: string;
  readonly text: string;
}

function publishedSchemas(roots: readonly RootElement[]): SchemaFile[] {
  return schemasBelow(roots).map((schema) => ({
    namespace: schema.namespace,
    file: fileName(schema),
    text: writeSchema(schema, roots, fileName),
  }));
}

function importing(files: readonly SchemaFile[]): Schemas {
  const parts = files.map(({ namespace, file }) => {
    const part = namespace ? `import namespace="${escapeAttribute(namespace)}"` : 'include';
    return `<xs:${part} schemaLocation="${file}"/>`;
  });
  return {
    documents: Object.fromEntries(files.map(({ file, text }) => [file, text])),
    start: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${parts.join('')}</xs:schema>`,
  };
}
