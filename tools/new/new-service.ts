import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../command-line/command-line.ts';
import { runGenerator } from './command.ts';
import { edit } from './edit.ts';
import { type Names, namesOf } from './names.ts';
import { writeOperation } from './operation.ts';
import { root, writeTemplate } from './templates.ts';

const usage = `npm run new:service -- <service> <Operation>: writes a SOAP service with one operation, for you to change.

  npm run new:service -- customers FindCustomer

Its contract in libs/contracts, its app in apps, its values in deploy/chart; it is added to deploy/compose.yaml.
Then it records what is published and what the sample is answered: read the diff.`;

runGenerator(usage, 2, (name = '', operation = '') => {
  const service = namesOf(name);
  if (service.kebab !== name)
    throw new UsageError(`Write ${service.kebab}: a service's name is its folder's, too`);
  const port = freePort();
  const words = { service: name, Service: service.pascal, serviceValue: service.camel, port: String(port) };
  const files = [...writeTemplate('service', words), ...writeOperation(name, namesOf(operation))];
  return { files: [...files, addToCompose(service, port)], projects: [name, `contracts-${name}`] };
});

/** The one above those of the services; the sandbox is further up. */
function freePort(): number {
  const configs = globSync('apps/*/src/*.config.ts', { cwd: root });
  const ports = configs.map((file) =>
    Number(/readonly port: number = (\d+)/.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? 0),
  );
  return Math.max(...ports.filter((port) => port < 3010)) + 1;
}

function addToCompose({ kebab }: Names, port: number): string {
  const service = `  ${kebab}:
    <<: *service
    build: { context: .., dockerfile: deploy/Dockerfile, args: { APP: ${kebab} } }
    environment:
      <<: *database
    ports: ['${port}:8080']
`;
  return edit('deploy/compose.yaml', (text) => text.replace(/\nsecrets:\n/, `\n${service}\nsecrets:\n`));
}
