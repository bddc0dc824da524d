import { runGenerator } from './command.ts';
import { namesOf } from './names.ts';
import { writeOperation } from './operation.ts';

const usage = `npm run new:operation -- <service> <Operation>: writes an operation of a service, for you to change.

  npm run new:operation -- events FindEvent

Its messages, a sample and its handler; it is added to the contract's operations, which is the one list that it edits.
Then it records what follows (the lists of handlers and of what the contract gives), what is published and what the sample is answered:
read the diff.`;

runGenerator(usage, 2, (service = '', operation = '') => ({
  files: writeOperation(service, namesOf(operation)),
  projects: [service, `contracts-${service}`],
}));
