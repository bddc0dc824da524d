import { runGenerator } from './command.ts';
import { namesOf } from './names.ts';
import { writeOperation } from './operation.ts';

const usage = `npm run new:operation -- <service> <Operation>: writes an operation of a service, for you to change.

  npm run new:operation -- events FindEvent

Its messages, a sample and its handler; it is added to the contract's operations, the contract's index and the module's handlers.
Then it records what is published and what the sample is answered: read the diff.`;

runGenerator(usage, 2, (service = '', operation = '') => ({
  files: writeOperation(service, namesOf(operation)),
  projects: [service, `contracts-${service}`],
}));
