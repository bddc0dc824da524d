import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { edit, withEntry, withImport } from './edit.ts';
import { type Names, namesOf } from './names.ts';
import { root, UsageError, type Words, writeTemplate } from './templates.ts';

/**
 * Writes an operation of a service: its messages, a sample, its handler; adds it to the lists of the contract and of the module.
 *
 * @returns The files that it wrote and changed.
 */
export function writeOperation(service: string, operation: Names): string[] {
  const contract = `libs/contracts/${service}/src/${service}.contract.ts`;
  if (!existsSync(join(root, contract))) throw new UsageError(`There is no service ${service}`);
  const source = readFileSync(join(root, contract), 'utf8');
  const words = { ...wordsOf(operation), service };
  const soap = source.includes('soapContract(');
  const written = [
    ...writeTemplate('operation', words),
    ...(soap
      ? writeTemplate('soap-operation', { ...words, ...schemaOf(source, dirname(contract)) })
      : writeTemplate('rest-operation', words)),
  ];
  return [...written, ...addToLists(contract, service, operation)];
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

function addToLists(contract: string, service: string, { kebab, pascal, camel }: Names): string[] {
  const { camel: contractValue } = namesOf(service);
  const handler = `${pascal}Handler`;
  return [
    edit(contract, (text) =>
      withImport(
        withEntry(text, /operations: \[/, camel),
        `import { ${camel} } from './${kebab}/${kebab}.operation';`,
      ),
    ),
    edit(join(dirname(contract), 'index.ts'), (text) => `${text}${exportsOf(kebab, pascal, camel)}`),
    edit(`apps/${service}/src/${service}.module.ts`, (text) =>
      withImport(
        withHandler(text, `${contractValue}Contract`, handler),
        `import { ${handler} } from './${kebab}/${kebab}.handler';`,
      ),
    ),
  ];
}

function exportsOf(kebab: string, pascal: string, camel: string): string {
  return `export { ${camel} } from './${kebab}/${kebab}.operation';
export { ${pascal}Request } from './${kebab}/${kebab}.request';
export { ${pascal}Response } from './${kebab}/${kebab}.response';
`;
}

/** A module of many handlers has a list of them; one of few names them where they are wanted. */
function withHandler(module: string, contract: string, handler: string): string {
  if (module.includes('const handlers = [')) return withEntry(module, /const handlers = \[/, handler);
  const withEndpoint = withEntry(module, new RegExp(`endpoints\\(${contract}, \\[`), handler);
  return withEntry(withEndpoint, /providers: \[/, handler);
}
