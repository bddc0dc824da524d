import type { MessageClass, Reading, RootElement } from '@trunkline/fields';
import type { Fault, Refusal } from '@trunkline/faults';
import { jsonMedia } from './json-media';
import type { CommonFaults, Credentials, OperationFacts } from './operation';
import type { SentIds } from './soap';

/** One operation of a REST contract. */
export interface RestOperation<
  Request extends object = object,
  Response extends object = object,
  Parameters extends object = object,
> extends OperationFacts {
  readonly form: 'rest';
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Express has it, with `:name` for a parameter. */
  readonly path: string;
  /** What the path and the query may say; without it they say nothing, and what they say all the same is ignored. */
  readonly parameters?: MessageClass<Parameters>;
  /** Reads path and query where a class cannot say it all: filters over any attribute, names that are refused. */
  readonly readParameters?: (address: RestAddress) => Reading<Parameters>;
  /** The body; absent where the request has none. */
  readonly request?: MessageClass<Request>;
  /** Absent where the answer has no body. */
  readonly response?: MessageClass<Response>;
  /** The answer is a list of these. */
  readonly list?: true;
  /** An answer may have some attributes of its class only: those that its parameters ask for. */
  readonly partial?: true;
  /** The headers of a success beside those of the contract, a field a header. */
  readonly headers?: MessageClass;
  /** The status of a success, where the handler does not say another. */
  readonly status: number;
  /** Takes the message out of what was sent, where the contract allows a wrapper or another spelling. */
  readonly unwrap?: (body: unknown) => unknown;
  /** What a client's token must allow, where the service is configured to ask for one. */
  readonly scope?: string;
}

/** What the address of a request says, by name. A name in the path may stand in the query, too, and means nothing there. */
export interface RestAddress {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** The media types of a contract: how a body is read and written. */
export interface RestMedia {
  /** For Swagger, and for the Accept of a refusal. */
  readonly types: readonly string[];
  /** The root elements of its XML, in no namespace: of a message with several the first is written, all of them are read. */
  readonly roots?: readonly RootElement[];
  /** What the schema of a message cannot say of a body. */
  readonly description?: string;
  /**
   * Reads the body of a request; a large one in slices, so that others do not wait.
   *
   * @throws Refusal UnsupportedMediaType, UnsupportedEncoding, or Malformed with line and column.
   */
  read(
    operation: RestOperation,
    bytes: Buffer,
    contentType: string | undefined,
  ): Reading<object> | Promise<Reading<object>>;
  /** The media type to answer in, by the Accept header. @throws Refusal NotAcceptable. */
  choose(accept: string | undefined): string;
  /** The body of an answer or of an error, in a type that was chosen; a large one in pieces, so that others do not wait. */
  write(type: MessageClass, body: object, mediaType: string): string | Iterable<string>;
}

/** The request that an error answers, as far as an error's body may say. */
export interface RestContext {
  /** Absent where the address is none of the contract's. */
  readonly operation?: RestOperation | undefined;
  readonly method: string;
  /** Scheme and host that the client used, also behind a proxy where trusting it is configured: `https://host:port`. */
  readonly base: string;
  /** The path and the query, as sent. */
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** How a REST contract shows what it does not answer with a success. */
export interface RestFaultForm {
  /** The class of every error's body. */
  readonly body: MessageClass;
  /** A declared fault, as the body of its status. */
  fault(fault: Fault, context: RestContext): object;
  /** A refusal, as the body of its status. */
  refusal(refusal: Refusal, context: RestContext): object;
}

/** The HTTP headers of a contract: how its ids are found and how it is answered. */
export interface RestHeaders<Sent extends object = object, Answered extends object = object> {
  /** A field a header, spelt as published; one that is sent without a character counts as absent. */
  readonly request: MessageClass<Sent>;
  /** A field a header of every answer, refusals too. */
  readonly response: MessageClass<Answered>;
  /** The header that the message id is in, for the fault of one that comes again with other content. */
  readonly messageId: string;
  identify(sent: Sent): SentIds;
  answer(sent: Sent, facts: RestAnswerFacts): Answered;
}

/** What the headers of an answer say beside what they repeat. */
export interface RestAnswerFacts {
  readonly requestId: string;
  /** When the request came and when it is answered; ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly at: string;
  readonly failed: boolean;
}

/** A REST service: its operations and the rules that they share. */
export interface RestContract {
  readonly form: 'rest';
  /** The app's name. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** The folder that the samples of its operations are in: `__dirname` of the declaration. */
  readonly folder: string;
  readonly media: RestMedia;
  readonly headers?: RestHeaders;
  /** What its clients are asked for where the service is configured to ask, for every operation; absent where it never is. */
  readonly credentials?: Credentials;
  readonly faultForm: RestFaultForm;
  readonly commonFaults: CommonFaults;
  readonly operations: readonly RestOperation[];
}

/** Declares an operation of a REST contract. */
export function restOperation<
  Request extends object = object,
  Response extends object = object,
  Parameters extends object = object,
>(
  declaration: Omit<RestOperation<Request, Response, Parameters>, 'form'>,
): RestOperation<Request, Response, Parameters> {
  return { form: 'rest', ...declaration };
}

/** Declares a REST service; it speaks JSON unless it says otherwise. */
export function restContract(
  declaration: Omit<RestContract, 'form' | 'media'> & { readonly media?: RestMedia },
): RestContract {
  return { form: 'rest', media: jsonMedia, ...declaration };
}
