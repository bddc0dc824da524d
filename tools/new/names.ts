import { UsageError } from '../command-line/command-line.ts';

/** One name in the spellings that files, classes, values and variables have. */
export interface Names {
  /** `find-customer` */
  readonly kebab: string;
  /** `FindCustomer`, as it was given where that was with capitals. */
  readonly pascal: string;
  /** `findCustomer` */
  readonly camel: string;
  /** `FIND_CUSTOMER` */
  readonly constant: string;
}

/** @throws UsageError when it is no name: letters and digits, with dashes or capitals between its words. */
export function namesOf(given: string): Names {
  if (!/^[A-Za-z][A-Za-z0-9]*(-[a-z0-9]+)*$/.test(given)) throw new UsageError(`${given} is no name`);
  const kebab = given
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
  const joined = kebab.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const pascal = /^[A-Z]/.test(given) ? given : joined[0]!.toUpperCase() + joined.slice(1);
  const camel = pascal[0]!.toLowerCase() + pascal.slice(1);
  return { kebab, pascal, camel, constant: kebab.replaceAll('-', '_').toUpperCase() };
}
