import { escapeAttribute, type RootElement, type Schema, schemasBelow, writeSchema } from '@trunkline/fields';
import { rootElements, type SoapContract } from '@trunkline/operations';
import { envelopeSchemas } from './envelope-schemas';
import { Libxml2 } from './libxml2';
import type { Schemas, Verdict } from './libxml2.worker.mts';

/** libxml2, which knows nothing of our fields, with the XML Schema that we publish of them. */
export class Judge {
  private readonly libxml2: Libxml2<Verdict>;

  constructor(schemas: Schemas) {
    this.libxml2 = new Libxml2('libxml2.worker.mts', schemas);
  }

  /** What libxml2 has against each document, in their order; nothing where it is valid. */
  judge(documents: readonly string[]): Promise<readonly Verdict[]> {
    return this.libxml2.ask(documents);
  }

  close(): Promise<void> {
    return this.libxml2.close();
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

/** A judge by one published schema of elements in no namespace. */
export function judgeOfSchema(text: string): Judge {
  return new Judge(importing([{ namespace: '', file: 'published.xsd', text }]));
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
