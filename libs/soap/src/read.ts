import {
  decodeText,
  ElementReader,
  parameterOf,
  parseXml,
  shortened,
  type Spelling,
  type XmlElement,
  type XmlHandler,
  xmlLimits,
  type XmlLimits,
} from '@trunkline/fields';
import { type FieldFault, Refusal } from '@trunkline/faults';
import type { SoapContract, SoapOperation, SoapVersion } from '@trunkline/operations';
import { checkAction, checkMediaType, type SoapRequest, versionByMediaType } from './request';
import { envelopes, versionOf } from './version';

/** A message out of its envelope: read, and every rule that it breaks. */
export interface SoapMessage {
  readonly operation: SoapOperation;
  readonly request: object;
  /** The contract's header block; one without fields where none was sent. */
  readonly header: object | undefined;
  readonly faults: readonly FieldFault[];
}

/**
 * Reads one SOAP request of a contract in a single pass over its text. Refuses what is no envelope, no operation of the contract,
 * or a header that must be understood and is not. `version` is the one to answer in: also when it refuses.
 */
export class EnvelopeReader {
  version: SoapVersion;

  constructor(
    private readonly contract: SoapContract,
    private readonly request: SoapRequest,
    private readonly spelling: Spelling = 'published',
    private readonly limits: XmlLimits = xmlLimits,
  ) {
    this.version = versionByMediaType(request.contentType);
  }

  read(): SoapMessage {
    const { body, contentType, soapAction } = this.request;
    checkMediaType(contentType);
    const envelope = new Envelope(this.contract, this.spelling, (version) => (this.version = version));
    parseXml(decodeText(body, contentType), envelope, this.limits);
    const message = envelope.message();
    checkAction(message.operation, this.contract, [soapAction, parameterOf(contentType, 'action')]);
    return message;
  }
}

/** Where in the envelope an element stands. */
type Place = 'envelope' | 'header' | 'body' | 'block' | 'message' | 'ignored';

class Envelope implements XmlHandler {
  private readonly places: Place[] = [];
  private version: SoapVersion | undefined;
  private bodies = 0;
  private headers = 0;
  private operation: SoapOperation | undefined;
  private body: ElementReader | undefined;
  private block: ElementReader | undefined;
  private blocks = 0;

  constructor(
    private readonly contract: SoapContract,
    private readonly spelling: Spelling,
    private readonly onVersion: (version: SoapVersion) => void,
  ) {}

  open(element: XmlElement): void {
    this.places.push(this.enter(this.places.at(-1), element));
  }

  text(text: string): void {
    const place = this.places.at(-1);
    if (place === 'message') this.body!.text(text);
    else if (place === 'block') this.block!.text(text);
    else if (place && place !== 'ignored' && /[^ \t\n\r]/.test(text))
      throw envelopeFault('There is text outside of the message');
  }

  close(): void {
    const place = this.places.pop();
    if (place === 'message') this.body!.close();
    else if (place === 'block') this.block!.close();
  }

  message(): SoapMessage {
    if (this.bodies === 0) throw envelopeFault('The envelope has no Body');
    if (!this.operation || !this.body) throw envelopeFault('The Body is empty');
    const header =
      this.contract.header && (this.block?.message ?? new this.contract.header.request.message());
    const ofHeader = this.block?.faults.found ?? [];
    for (const fault of ofHeader) forget(header!, fault);
    const faults = [...ofHeader, ...this.body.faults.found, ...this.repeatedHeader()];
    return { operation: this.operation, request: this.body.message, header, faults };
  }

  private enter(parent: Place | undefined, element: XmlElement): Place {
    switch (parent) {
      case undefined:
        return this.enterEnvelope(element);
      case 'envelope':
        return this.enterPart(element);
      case 'header':
        return this.enterBlock(element);
      case 'body':
        return this.enterMessage(element);
      case 'message':
        this.body!.element(element);
        return 'message';
      case 'block':
        this.block!.element(element);
        return 'block';
      default:
        return 'ignored';
    }
  }

  private enterEnvelope({ local, uri }: XmlElement): Place {
    const version = versionOf(uri);
    if (local !== 'Envelope') throw envelopeFault('The root element is not a SOAP Envelope');
    if (!version) throw new Refusal('VersionMismatch', 'The envelope is neither SOAP 1.1 nor SOAP 1.2');
    this.version = version;
    this.onVersion(version);
    return 'envelope';
  }

  private enterPart({ local, uri }: XmlElement): Place {
    if (uri !== envelopes[this.version!])
      throw envelopeFault(`${shortened(local)} does not belong in the envelope`);
    if (local === 'Header' && ++this.headers === 1 && this.bodies === 0) return 'header';
    if (local === 'Body' && ++this.bodies === 1) return 'body';
    throw envelopeFault(`${shortened(local)} must not stand there: one Header at most, then one Body`);
  }

  private enterBlock(element: XmlElement): Place {
    const known = this.contract.header?.request;
    if (known && isRoot(element, known)) {
      if (++this.blocks > 1) return 'ignored';
      this.block = new ElementReader(known.message, element, { path: known.element, optional: true });
      return 'block';
    }
    if (mustBeUnderstood(element, this.version!)) {
      throw new Refusal(
        'MustUnderstand',
        `The header ${shortened(element.local)} must be understood and is not known here`,
      );
    }
    return 'ignored';
  }

  private enterMessage(element: XmlElement): Place {
    if (this.operation) throw envelopeFault('The Body holds more than one message');
    this.operation = this.contract.operations.find(({ request }) => isRoot(element, request));
    if (!this.operation) throw unknownOperation(this.contract, element);
    this.body = new ElementReader(this.operation.request.message, element, { spelling: this.spelling });
    return 'message';
  }

  private repeatedHeader(): FieldFault[] {
    if (this.blocks < 2) return [];
    return [
      {
        path: this.contract.header!.request.element,
        rule: 'maxOccurs',
        message: 'must stand at most 1 time',
      },
    ];
  }
}

/**
 * What breaks its rule counts as not sent: an answer gives back what it was told, and must not break the rule itself. What is unknown
 * was not read at all.
 */
function forget(header: object, { path, rule }: FieldFault): void {
  if (rule !== 'unknown') Reflect.deleteProperty(header, path.split('/')[1] ?? '');
}

function isRoot(
  { local, uri }: XmlElement,
  { element, namespace }: { element: string; namespace: string },
): boolean {
  return local === element && uri === namespace;
}

/** A block that is addressed to another node on the way is not ours to understand. */
function mustBeUnderstood({ attributes }: XmlElement, version: SoapVersion): boolean {
  const soap = Object.values(attributes).filter(({ uri }) => uri === envelopes[version]);
  const valueOf = (name: string) => soap.find(({ local }) => local === name)?.value.trim() ?? '';
  const { attribute, ours } = roles[version];
  return ours.includes(valueOf(attribute)) && ['1', 'true'].includes(valueOf('mustUnderstand'));
}

/** How a header block says who it is for, and the names that mean us. */
const roles: Record<SoapVersion, { readonly attribute: string; readonly ours: readonly string[] }> = {
  '1.1': { attribute: 'actor', ours: ['', 'http://schemas.xmlsoap.org/soap/actor/next'] },
  '1.2': {
    attribute: 'role',
    ours: ['', `${envelopes['1.2']}/role/next`, `${envelopes['1.2']}/role/ultimateReceiver`],
  },
};

function unknownOperation({ operations }: SoapContract, { local, uri }: XmlElement): Refusal {
  const known = operations.map(({ request }) => `{${request.namespace}}${request.element}`).join(', ');
  return new Refusal(
    'UnknownOperation',
    `{${shortened(uri)}}${shortened(local)} is not an operation of this service, which has ${known}`,
  );
}

function envelopeFault(message: string): Refusal {
  return new Refusal('Malformed', message);
}
