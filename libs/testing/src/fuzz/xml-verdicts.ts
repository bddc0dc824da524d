import type { Contract, RestOperation } from '@trunkline/operations';
import { leftOut } from '../contracts/agrees-with-libxml2';
import type { Judge } from '../judges/judge';
import type { Verdict } from '../judges/libxml2.worker.mts';
import type { FuzzedAnswer } from './answer-of-contract';
import { inDeclaredOrder } from './declared-order';
import type { FuzzedRequest } from './fuzzed-request';
import { type ReaderVerdict, readerVerdict } from './reader-verdict';

/** A request and what it got; its number makes it again. */
export interface FuzzedExchange {
  readonly number: number;
  readonly request: FuzzedRequest;
  readonly answer: FuzzedAnswer;
}

/** Where libxml2 is not asked about requests. */
const leftOutHere = [
  ...leftOut,
  /** What SOAP says of attributes of its own elements, and we do not hold against anybody. */
  /^line \d+: Element '\{http:[^}]*soap[^}]*\}(Envelope|Header|Body)', attribute/,
  /** To Namespaces in XML any text is a name (section 2.2). */
  /xmlns[^]* is not a valid URI/,
];

/** A fault of SOAP that says nothing but that the envelope cannot be read. */
const unreadable = /<faultcode>env:Client<|<env:Value>env:Sender</;
const detailed = /<(env:D|d)etail[ >]/;

/** Holds what a service makes of XML, and the XML that it makes, against libxml2. */
export class XmlVerdicts {
  constructor(
    private readonly contract: Contract,
    private readonly judge: Judge,
  ) {}

  /** What libxml2 has against each exchange. */
  async of(exchanges: readonly FuzzedExchange[]): Promise<[FuzzedExchange, string][]> {
    const asked = exchanges.filter(({ request }) => isXml(request.sample.request.headers['content-type']));
    const answered = exchanges.filter(({ answer }) => isXml(answer.contentType));
    const verdicts = await this.judge.judge([
      ...asked.map(({ request }) => request.body.toString()),
      ...answered.map(({ answer }) => answer.text),
    ]);
    const found: [FuzzedExchange, string][] = [];
    for (const [at, exchange] of asked.entries()) {
      const wrong = await this.disagreement(exchange, verdicts[at]!);
      if (wrong !== undefined) found.push([exchange, wrong]);
    }
    for (const [at, exchange] of answered.entries()) {
      const theirs = verdicts[asked.length + at]!;
      if (theirs.length > 0) found.push([exchange, `the answer is not valid: ${theirs.join()}`]);
    }
    return found;
  }

  private async disagreement(exchange: FuzzedExchange, theirs: Verdict): Promise<string | undefined> {
    const { request, answer } = exchange;
    if (agreeAtOnce(answer, theirs) || !hasText(request)) return undefined;
    if (theirs.some((complaint) => leftOutHere.some((pattern) => pattern.test(complaint)))) return undefined;
    const ours = await this.verdictOf(exchange);
    if (ours.valid === undefined || ours.valid === (theirs.length === 0)) return undefined;
    if (ours.valid && (await this.isOnlyOrder(request))) return undefined;
    const said = ours.valid ? 'valid' : `not valid (${ours.refusal ?? 'by its fields'})`;
    return `${said} for us; libxml2 says ${JSON.stringify(theirs)}`;
  }

  /** What was done was valid; why something was not, only our reader can say: a refusal may have other reasons. */
  private verdictOf({ request, answer }: FuzzedExchange): ReaderVerdict | Promise<ReaderVerdict> {
    return isDone(answer) ? { valid: true } : readerVerdict(this.contract, request);
  }

  private async isOnlyOrder({ sample, body }: FuzzedRequest): Promise<boolean> {
    if (this.contract.form === 'soap') return false;
    const ordered = inDeclaredOrder(sample.operation as RestOperation, body.toString());
    return (await this.judge.judge([ordered]))[0]!.length === 0;
  }
}

function agreeAtOnce(answer: FuzzedAnswer, theirs: Verdict): boolean {
  if (theirs.length === 0) return isDone(answer);
  return unreadable.test(answer.text) && !detailed.test(answer.text);
}

function isDone({ status }: FuzzedAnswer): boolean {
  return status < 300;
}

function isXml(contentType: string | undefined): boolean {
  return contentType !== undefined && /\bxml\b/.test(contentType);
}

/** libxml2 is given characters, and what is no UTF-8 has none. */
function hasText({ body }: FuzzedRequest): boolean {
  return Buffer.from(body.toString()).equals(body);
}
