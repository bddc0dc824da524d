import { factsOf, type MessageClass, type RootElement, type Schema } from '@trunkline/fields';
import type { Fault, FaultName } from '@trunkline/faults';
import type { CommonFaults, Credentials, OperationFacts } from './operation';

export type SoapVersion = '1.1' | '1.2';

/** A root element of a SOAP document: its name, its namespace by its schema, and the class of its message. */
export interface Root<T extends object = object> extends RootElement {
  readonly message: MessageClass<T>;
  readonly namespace: string;
  /** What its element declares beside its own namespaces, by prefix: for consumers that expect them as a published sample has them. */
  readonly declares: Readonly<Record<string, string>>;
}

/** The root element that a message class stands in; its namespace is that of the class's schema. */
export function root<T extends object>(
  element: string,
  message: MessageClass<T>,
  declares: Readonly<Record<string, string>> = {},
): Root<T> {
  return { element, message, namespace: factsOf(message).schema?.namespace ?? '', declares };
}

/** One operation of a SOAP contract: document/literal, dispatched on the root element of the body. */
export interface SoapOperation<
  Request extends object = object,
  Response extends object = object,
> extends OperationFacts {
  readonly form: 'soap';
  readonly request: Root<Request>;
  readonly response: Root<Response>;
  /** The SOAPAction that the WSDL publishes; '' where the contract wants none. */
  readonly action: string;
  /** What the body says of a failure, where a service is set to answer faults in the header. */
  readonly failure?: Response;
}

/** The ids of a message as far as it carries them. */
export interface SentIds {
  readonly conversationId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly messageId?: string | undefined;
  readonly businessId?: string | undefined;
  /** Who sent it; together with messageId it tells a repetition. */
  readonly sender?: string | undefined;
  /** Who started the process that it is part of. */
  readonly originator?: string | undefined;
}

/** What the answer's header says beside what it repeats. */
export interface AnswerFacts {
  readonly conversationId: string;
  readonly requestId: string;
  readonly messageId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The answer is an error; `detail` stands in the header where the service is set to put it there. */
  readonly failed: boolean;
  readonly detail?: object | undefined;
}

/** The SOAP header block of a contract: how its ids are found and how it is answered. */
export interface SoapHeader<Request extends object = object, Response extends object = object> {
  readonly request: Root<Request>;
  readonly response: Root<Response>;
  identify(header: Request): SentIds;
  answer(header: Request, facts: AnswerFacts): Response;
}

/** A fault as a contract shows it. */
export interface RenderedFault {
  /** Whose fault it is, in the words of SOAP 1.1. */
  readonly code: 'Client' | 'Server';
  readonly reason: string;
  /** One of the form's elements, and what stands in it. */
  readonly element: string;
  readonly detail: object;
}

/** How a contract shows its faults: the elements that its WSDL declares, and the one for a fault. */
export interface SoapFaultForm {
  readonly elements: readonly Root[];
  render(fault: Fault): RenderedFault;
}

/** The rows of a SOAP contract for what happens to every operation alike. */
export interface SoapCommonFaults extends CommonFaults {
  /** More messages at once than the service takes. REST has a status for it, 503. */
  readonly overloaded: FaultName;
}

/** A SOAP service: what its WSDL says, and the rules that its operations share. */
export interface SoapContract {
  readonly form: 'soap';
  /** The app's name. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** The folder that the samples of its operations are in: `__dirname` of the declaration. */
  readonly folder: string;
  /** The name of the WSDL's service and port type. */
  readonly service: string;
  readonly schema: Schema;
  readonly path: string;
  /** The bindings that the WSDL publishes; both versions are answered whatever it publishes. */
  readonly versions: readonly SoapVersion[];
  readonly header?: SoapHeader;
  /** What its clients are asked for where the service is configured to ask, for every operation; absent where it never is. */
  readonly credentials?: Credentials;
  readonly faultForm: SoapFaultForm;
  readonly commonFaults: SoapCommonFaults;
  readonly operations: readonly SoapOperation[];
}

/** Declares an operation of a SOAP contract. */
export function soapOperation<Request extends object, Response extends object>(
  declaration: Omit<SoapOperation<Request, Response>, 'form'>,
): SoapOperation<Request, Response> {
  return { form: 'soap', ...declaration };
}

/** Declares a SOAP service. */
export function soapContract(declaration: Omit<SoapContract, 'form'>): SoapContract {
  return { form: 'soap', ...declaration };
}

/** Every root element that a contract's documents may have: bodies, headers, fault details. */
export function rootElements({ operations, header, faultForm }: SoapContract): Root[] {
  const bodies = operations.flatMap(({ request, response }) => [request, response]);
  return [...bodies, ...(header ? [header.request, header.response] : []), ...faultForm.elements];
}
