import { type Client, createClientAsync } from 'soap';
import type { Root, SoapVersion } from '@trunkline/operations';

/** What the `soap` package made of an answer. */
export interface NodeSoapAnswer {
  /** The body's message, or its fault. */
  readonly body: unknown;
  readonly header: unknown;
  readonly failed: boolean;
}

/** A header block with its element. */
export interface HeaderBlock {
  readonly root: Root;
  readonly value: object;
}

const asSent = (text: string): string => text;

/** So that it gives values as they were sent: otherwise dates become moments, decimals lose digits, texts their blanks. */
const exact = {
  preserveWhitespace: true,
  customDeserializer: { date: asSent, dateTime: asSent, decimal: asSent },
};

/** The `soap` package as a client: it knows of us what our WSDL says. */
export class NodeSoap {
  private constructor(private readonly client: Client) {}

  static async read(wsdlUrl: string, version: SoapVersion): Promise<NodeSoap> {
    const options = { ...exact, forceSoap12Headers: version === '1.2' };
    return new NodeSoap(await createClientAsync(wsdlUrl, options));
  }

  /** The names of the operations at each port of each service. */
  describe(): Record<string, Record<string, Record<string, unknown>>> {
    return this.client.describe() as Record<string, Record<string, Record<string, unknown>>>;
  }

  /** Whether an operation can be called without naming service and port. */
  has(operation: string): boolean {
    return typeof this.client[operation] === 'function';
  }

  /** Calls an operation at a port. */
  call(
    service: string,
    port: string,
    operation: string,
    request: object,
    header?: HeaderBlock,
  ): Promise<NodeSoapAnswer> {
    this.client.clearSoapHeaders();
    if (header) {
      const { element, namespace } = header.root;
      this.client.addSoapHeader({ [element]: header.value }, '', 'header', namespace);
    }
    const { [port]: methods } = this.client[service] as Record<string, Record<string, Method>>;
    return new Promise((resolve) => {
      methods![operation]!(request, (error, result, _xml, soapHeader) => {
        if (!error) return resolve({ body: result, header: soapHeader, failed: false });
        const { Body, Header } = error.root?.Envelope ?? {};
        resolve({ body: Body?.Fault ?? error.message, header: Header, failed: true });
      });
    });
  }
}

type Method = (
  request: object,
  done: (error: SoapError | null, result: unknown, xml: string, soapHeader: unknown) => void,
) => void;

interface SoapError extends Error {
  readonly root?: {
    readonly Envelope?: { readonly Body?: { readonly Fault?: unknown }; readonly Header?: unknown };
  };
}
