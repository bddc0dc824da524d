import { UsageError } from '../command-line/command-line.ts';
import { runGenerator } from './command.ts';
import { namesOf } from './names.ts';
import { writeTemplate } from './templates.ts';

const usage = `npm run new:backend -- <name>: writes a back end in libs/backends, for you to change.

  npm run new:backend -- crm

The port, its client over HTTP with JSON, its codes, its settings, its module, its simulator, and the test that runs one against the other.
It edits nothing: a service takes it by importing its module, and its settings in its own config class.`;

runGenerator(usage, 1, (name = '') => {
  const { kebab, pascal, camel, constant } = namesOf(name);
  if (kebab !== name) throw new UsageError(`Write ${kebab}: a back end's name is its folder's, too`);
  const words = { backend: kebab, Backend: pascal, backendValue: camel, BACKEND: constant };
  return { files: writeTemplate('backend', words), projects: [] };
});
