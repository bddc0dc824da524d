import { type Dispatcher, errors } from 'undici';
import type { Attempt } from './attempt';
import type { FailureReason } from './call-failure';

export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name; a header that came several times is a list. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** What undici's errors mean once the request was sent; every other one is a connection that broke. */
const reasons: Readonly<Record<string, FailureReason>> = {
  HTTPParserError: 'unreadable',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
};

/**
 * Sends one request on a connection of `dispatcher` and takes the whole answer, of whatever status. Redirects are answers like
 * any other. Ends with the attempt's signal, and the connection with it.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  attempt: Attempt,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    dispatcher.dispatch(request, new Exchange(attempt, resolve, reject));
  });
}

/** undici's callbacks of one request. They, unlike its promises, tell when the request is handed to a connection. */
class Exchange implements Dispatcher.DispatchHandler {
  #status = 0;
  #headers: HttpAnswer['headers'] = {};
  readonly #chunks: Buffer[] = [];

  constructor(
    private readonly attempt: Attempt,
    private readonly answered: (answer: HttpAnswer) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { signal } = this.attempt;
    const stop = (): void => controller.abort(this.attempt.failure('timed-out'));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    this.attempt.sending();
  }

  /** Also called for an interim answer (100, 103), which the final one overwrites. */
  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: HttpAnswer['headers'],
  ): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.answered({ status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error & { code?: string }): void {
    // A header that cannot be sent is a mistake of ours, not of the back end.
    if (error instanceof errors.InvalidArgumentError) return this.failed(error);
    const code = error.code ?? error.name;
    const reason = this.attempt.effect === 'none' ? 'refused' : (reasons[code] ?? 'reset');
    this.failed(this.attempt.failure(reason, code));
  }
}
