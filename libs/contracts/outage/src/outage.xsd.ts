import { writeSchema } from '@trunkline/fields';
import { roots } from './media/roots';
import { outageSchema } from './outage.schema';

/**
 * The XSD of every document of the contract. Elements are read in any order; XSD 1.0 cannot say so of one that may be repeated, so it
 * publishes one order, in which we also write: what it accepts is accepted.
 */
export function writeOutageSchema(): string {
  return writeSchema(outageSchema, roots, () => '').replaceAll('xs:all>', 'xs:sequence>');
}
