import type { Root } from '@trunkline/operations';
import { agreesWithClassValidator } from './agrees-with-class-validator';
import { agreesWithLibxml2 } from './agrees-with-libxml2';
import { readsWhatItWrites } from './reads-what-it-writes';

/** Proves the messages of a contract that travels as XML, by judges that know nothing of our fields. */
export function provesItsMessages(roots: readonly Root[]): void {
  agreesWithLibxml2(roots);
  readsWhatItWrites(roots);
  agreesWithClassValidator(roots.map(({ message }) => message));
}
