// libxml2 is a WebAssembly module that only an ES module can load: it gets a thread of its own, outside of jest.
import { parentPort, workerData } from 'node:worker_threads';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';

/** The schemas of one judge: documents by the name that `schemaLocation` gives them, and the one that imports them all. */
export interface Schemas {
  readonly documents: Readonly<Record<string, string>>;
  readonly start: string;
}

/** What libxml2 has against a document; nothing where it is valid. */
export type Verdict = readonly string[];

// An error for every document that is wrong, and nobody looks at where it was made.
Error.stackTraceLimit = 0;

const schemas = workerData as Schemas;
const bytes = Object.entries(schemas.documents).map(([name, text]) => [name, Buffer.from(text)]);
xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(bytes)));
const validator = XsdValidator.fromDoc(XmlDocument.fromString(schemas.start, { url: 'start.xsd' }));

parentPort?.on('message', (documents: readonly string[]) => parentPort?.postMessage(documents.map(judge)));

function judge(xml: string): Verdict {
  let document: XmlDocument | undefined;
  try {
    // From bytes: of a string it would copy one character after the other.
    document = XmlDocument.fromBuffer(Buffer.from(xml));
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ line, message }) => `line ${line}: ${message.trim()}`);
  } finally {
    document?.dispose();
  }
}
