import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../command-line/command-line.ts';
import { edit, withEntry, withImport } from './edit.ts';
import type { Names } from './names.ts';
import { root, type Words, writeTemplate } from './templates.ts';

/**
 * Writes an operation of a service: its messages, a sample, its handler; adds it to the contract's operations. The lists of handlers
 * and of what the contract gives follow when it is published.
 *
 * @returns The files that it wrote and changed.
 */
export function writeOperation(service: string, operation: Names): string[] {
  const contract = `libs/contracts/${service}/src/${service}.contract.ts`;
  const app = `apps/${service}/src/${service}.module.ts`;
  if (![contract, app].every((path) => existsSync(join(root, path))))
    throw new UsageError(`There is no service ${service}`);
  const source = readFileSync(join(root, contract), 'utf8');
  const words = { ...wordsOf(operation), service };
  const soap = source.includes('soapContract(');
  const written = [
    ...writeTemplate('operation', words),
    ...(soap
      ? writeTemplate('soap-operation', { ...words, ...schemaOf(source, dirname(contract)) })
      : writeTemplate('rest-operation', words)),
  ];
  return [...written, addToContract(contract, operation)];
}

function wordsOf({ kebab, pascal, camel }: Names): Words {
  return { operation: kebab, Operation: pascal, operationValue: camel };
}

/** The schema of a SOAP contract: its name and file as the contract has them, and what messages say of it. */
function schemaOf(contract: string, folder: string): Words {
  const schema = /schema: (\w+)/.exec(contract)![1]!;
  const file = new RegExp(`\\b${schema}\\b[^;]*from '\\./([^']+)'`).exec(contract)![1]!;
  const source = readFileSync(join(root, folder, `${file}.ts`), 'utf8');
  const declaration = source.slice(source.indexOf(`const ${schema}`));
  const fact = (name: string) => new RegExp(`${name}: '([^']+)'`).exec(declaration)![1]!;
  return {
    schema,
    schemaFile: file,
    namespace: fact('namespace'),
    header: contract.includes('header: messageHeader') ? header : '',
  };
}

/** The operator's message header, every field of which may be absent. */
const header = `
  <soapenv:Header>
    <hdr:RequestHeader xmlns:hdr="urn:trunkline:message-header:v1">
      <hdr:ConversationID>c-4711</hdr:ConversationID>
    </hdr:RequestHeader>
  </soapenv:Header>`;

function addToContract(contract: string, { kebab, camel }: Names): string {
  return edit(contract, (text) =>
    withImport(
      withEntry(text, /operations: \[/, camel),
      `import { ${camel} } from './${kebab}/${kebab}.operation';`,
    ),
  );
}
