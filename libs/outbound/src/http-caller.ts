import type { Call } from '@trunkline/service';
import { Pool } from 'undici';
import { CallGuard, type CallMetrics, type GuardedCall } from './call-guard';
import type { CallLimits } from './call-limits';
import { exchange, type HttpAnswer } from './http-exchange';

/** Where a back end is and how it is called: its config class has these. */
export interface HttpCallerOptions extends CallLimits {
  /** The base of every call: http or https, without credentials. Nothing is ever sent anywhere else. */
  readonly url: string;
}

export interface HttpRequest extends GuardedCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Put behind the base URL's own: '' or from the first slash on, values percent-encoded. */
  readonly path: string;
  /** Exactly what the back end's contract declares, beside Host, Connection and Content-Length. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * How long an unused connection is kept, in milliseconds. Servers close theirs after 5 s or more (Node 5, Apache 5, nginx 75):
 * a request that meets a connection which is just being closed is lost with an unknown effect, so we close first. undici also
 * looks for a close that has already arrived before it uses a connection again.
 */
const idleMs = 1000;

/** The longest body of an answer that is taken: of a message, not of a file. */
const mostAnswerBytes = 256 * 1024;

/** Calls one back end over HTTP/1.1, guarded: one connection for each call that may run. */
export class HttpCaller {
  readonly #base: URL;
  readonly #guard: CallGuard;
  readonly #pool: Pool;
  /** For second tries: a connection for each request. Those that lie idle may have died with the one that just broke. */
  readonly #fresh: Pool;
  readonly #name: string;

  /** @param name The back end's: in metrics, in the call's steps, in failures. */
  constructor(name: string, options: HttpCallerOptions, metrics: CallMetrics) {
    const { url, connections, deadline } = options;
    this.#name = name;
    this.#base = baseOf(name, url);
    this.#guard = new CallGuard(name, options, metrics);
    const pool: Pool.Options = {
      connections,
      allowH2: false,
      connectTimeout: deadline,
      // The deadline ends a slow answer, also one that drips.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: idleMs,
      keepAliveMaxTimeout: idleMs,
      maxResponseSize: mostAnswerBytes,
    };
    this.#pool = new Pool(this.#base.origin, pool);
    this.#fresh = new Pool(this.#base.origin, { ...pool, pipelining: 0 });
  }

  /**
   * Sends a request and takes the answer, of whatever status: what it means is the client's to say. Redirects are not followed.
   *
   * @throws CallFailure when no answer came; its `effect` says whether the back end may have acted.
   * @throws TypeError when the path leaves the base URL.
   */
  async send({ method, path, headers, body, ...what }: HttpRequest, call: Call): Promise<HttpAnswer> {
    const request = { method, path: this.#target(path), headers, body: body ?? null };
    return this.#guard.run(what, call, (attempt) =>
      exchange(attempt.repeated ? this.#fresh : this.#pool, request, attempt),
    );
  }

  /** Lets the calls in flight end, takes no more, and closes the connections. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.close(), this.#fresh.close()]);
  }

  /** A path that a URL parser would change (dots, a host, a blank) would not be where the client thinks it is. */
  #target(path: string): string {
    const { origin, pathname } = this.#base;
    const target = path === '' ? pathname : pathname.replace(/\/$/, '') + path;
    const url = URL.parse(target, origin);
    const kept = url?.origin === origin && url.pathname + url.search === target;
    if (kept && /^(\/|$)/.test(path)) return target;
    throw new TypeError(`The path of a call to ${this.#name} leaves its base URL or is not percent-encoded`);
  }
}

/** Says nothing of a URL that it refuses: a password may be in it. */
function baseOf(name: string, text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new TypeError(`The URL of ${name} is not http or https`);
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError(`The URL of ${name} has more than host, port and path: credentials belong elsewhere`);
  }
  return url;
}
