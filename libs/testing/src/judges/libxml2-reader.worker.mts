// What libxml2 reads in documents, whatever their schema.
import { parentPort } from 'node:worker_threads';
import { XmlCData, XmlDocument, XmlElement, XmlLibError, XmlText } from 'libxml2-wasm';

/** What libxml2 made of a document. */
export interface Reading {
  /**
   * What is in it, in document order: `<{namespace}name` with its attributes, `"` with each text, `>` at the end of an element.
   * Nothing where it is no XML.
   */
  readonly events?: readonly string[];
  /** What libxml2 has against it. */
  readonly complaints?: readonly string[];
}

parentPort?.on('message', (documents: readonly string[]) => parentPort?.postMessage(documents.map(read)));

function read(xml: string): Reading {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromString(xml);
    return { events: eventsOf(document.root) };
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return { complaints: error.details.map(({ message }) => message.trim()) };
  } finally {
    document?.dispose();
  }
}

function eventsOf(element: XmlElement): string[] {
  const attributes = element.attrs.map(
    ({ namespaceUri, name, value }) => ` {${namespaceUri}}${name}=${value}`,
  );
  const events = [`<{${element.namespaceUri}}${element.name}${attributes.sort().join('')}`];
  for (const node of element.find('node()')) {
    if (node instanceof XmlElement) events.push(...eventsOf(node));
    else if (node instanceof XmlText || node instanceof XmlCData) events.push(`"${node.content}`);
  }
  return [...events, '>'];
}
