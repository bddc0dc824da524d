import { Refusal } from '@trunkline/faults';
import { mediaTypeOf, type MessageClass, type Reading, writeXml } from '@trunkline/fields';
import type { RestMedia, RestOperation } from '@trunkline/operations';
import { OutageEvents } from '../add-or-update-outage-events/outage-events';
import { ProblemDetailDocument } from '../problem-detail/problem-detail-document';
import { chooseType } from './accept';
import { readJson } from './json';
import { isLong, notations, writeLongEvents } from './long-answer';
import { isLongProblem, writeLongProblem } from './long-problem';
import { withOutageIds } from './named-faults';
import { roots, rootsOf, writtenRootOf } from './roots';
import { readXml } from './xml';

const [jsonType, xmlType] = ['application/json', 'application/xml'];

/** In bytes. What is longer is read in turns; what is not is read in a few milliseconds. */
const longestAtOnce = 262_144;

/** JSON and XML, in and out (CONTRACTS.md section 2). */
class OutageMedia implements RestMedia {
  readonly types = [jsonType, xmlType];
  readonly roots = roots;
  readonly description =
    'In JSON what is not declared is left out, in XML it is refused. In XML a list without elements is absent, and customerInformation without customers means that there are none; in JSON it leaves them as they were.';
  /** Long bodies are read one after the other: what is read of them is much larger than they are. */
  private lastLong: Promise<unknown> = Promise.resolve();

  read({ request }: RestOperation, bytes: Buffer, contentType?: string): Promise<Reading<object>> {
    const type = mediaTypeOf(contentType);
    if (!this.types.includes(type)) {
      throw new Refusal('UnsupportedMediaType', `Send the message as ${this.types.join(' or ')}`);
    }
    const long = bytes.length > longestAtOnce;
    const read = () =>
      type === jsonType
        ? readJson(request!, bytes, contentType, long)
        : readXml(request!, rootsOf(request!), bytes, contentType, long);
    return (long ? this.afterOthers(read) : read()).then(withOutageIds);
  }

  choose(accept: string | undefined): string {
    return chooseType(accept, this.types);
  }

  write(type: MessageClass, body: object, mediaType: string): string | Iterable<string> {
    const form = mediaType === jsonType ? 'json' : 'xml';
    if (type === OutageEvents && isLong(body as OutageEvents)) {
      return writeLongEvents(body as OutageEvents, notations[form]);
    }
    if (type === ProblemDetailDocument && isLongProblem(body as ProblemDetailDocument)) {
      return writeLongProblem(body as ProblemDetailDocument, notations[form]);
    }
    return form === 'json' ? JSON.stringify(body) : writeXml(writtenRootOf(type), body);
  }

  private afterOthers<T>(read: () => Promise<T>): Promise<T> {
    const reading = this.lastLong.then(read);
    this.lastLong = reading.catch(() => undefined);
    return reading;
  }
}

export const outageMedia: RestMedia = new OutageMedia();
