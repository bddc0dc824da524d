/**
 * What keeps a request from being understood at all, before any contract's field is read: the same in every service, each
 * contract renders it its own way. `soap` is the fault code of SOAP 1.1 (1.2 says Sender for Client, Receiver for Server).
 */
export const refusals = {
  Malformed: { status: 400, soap: 'Client', title: 'The message is not well formed' },
  UnsupportedEncoding: { status: 415, soap: 'Client', title: 'The character encoding is not supported' },
  UnsupportedMediaType: { status: 415, soap: 'Client', title: 'The media type is not supported' },
  NotAcceptable: { status: 406, soap: 'Client', title: 'None of the accepted media types can be answered' },
  TooLarge: { status: 413, soap: 'Client', title: 'The message is too large' },
  VersionMismatch: { status: 500, soap: 'VersionMismatch', title: 'The envelope is not SOAP 1.1 or 1.2' },
  MustUnderstand: { status: 500, soap: 'MustUnderstand', title: 'A mandatory header is not understood' },
  UnknownOperation: { status: 404, soap: 'Client', title: 'There is no such operation' },
  ActionMismatch: { status: 400, soap: 'Client', title: 'SOAPAction and body disagree' },
  NotFound: { status: 404, soap: 'Client', title: 'There is nothing at this address' },
  MethodNotAllowed: { status: 405, soap: 'Client', title: 'The method is not allowed here' },
  Unauthenticated: { status: 401, soap: 'Client', title: 'Authentication is needed' },
  Forbidden: { status: 403, soap: 'Client', title: 'This is not allowed' },
  Overloaded: { status: 503, soap: 'Server', title: 'The service is overloaded' },
} as const;

export type RefusalKind = keyof typeof refusals;

export interface RefusalDetails {
  /** Counted from 1, where a parser could say. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** HTTP headers that belong to the refusal: Allow, WWW-Authenticate, Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is refused before it is a message of any contract. `message` is shown to the consumer. */
export class Refusal extends Error {
  readonly status: number;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly kind: RefusalKind,
    message: string = refusals[kind].title,
    { line, column, headers = {} }: RefusalDetails = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = refusals[kind].status;
    this.line = line;
    this.column = column;
    this.headers = headers;
  }
}
