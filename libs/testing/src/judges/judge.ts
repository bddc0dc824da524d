import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { escapeAttribute, factsOf, type RootElement, type Schema, writeSchema } from '@trunkline/fields';
import type { Schemas, Verdict } from './libxml2.worker.mts';

interface Waiting {
  readonly resolve: (verdicts: readonly Verdict[]) => void;
  readonly reject: (error: Error) => void;
}

/** libxml2, which knows nothing of our fields, with the XML Schema that we publish of them. */
export class Judge {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];

  constructor(schemas: Schemas) {
    this.worker = new Worker(join(__dirname, 'libxml2.worker.mts'), { workerData: schemas });
    this.worker.on('message', (verdicts: readonly Verdict[]) => this.waiting.shift()?.resolve(verdicts));
    this.worker.on('error', (error) => this.waiting.splice(0).forEach(({ reject }) => reject(error)));
  }

  /** What libxml2 has against each document, in their order; nothing where it is valid. */
  judge(documents: readonly string[]): Promise<readonly Verdict[]> {
    this.worker.postMessage(documents);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

/** A judge of documents with these root elements, by the schemas that are published of them. */
export function judgeOf(roots: readonly RootElement[]): Judge {
  const schemas = [...new Set(roots.map(({ message }) => factsOf(message).schema!))];
  const documents = schemas.map((schema) => [fileName(schema), writeSchema(schema, roots, fileName)]);
  return new Judge({ documents: Object.fromEntries(documents), start: importing(schemas) });
}

/** The file that a schema is published in. */
export function fileName({ name }: Schema): string {
  return `${name}.xsd`;
}

function importing(schemas: readonly Schema[]): string {
  const parts = schemas.map((schema) => {
    const part = schema.namespace ? `import namespace="${escapeAttribute(schema.namespace)}"` : 'include';
    return `<xs:${part} schemaLocation="${fileName(schema)}"/>`;
  });
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${parts.join('')}</xs:schema>`;
}
