import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createService,
  renderEnvExample,
  renderSettingsTable,
  type Service,
  type ServiceConfig,
} from '@trunkline/service';
import { expectGolden } from './golden';

const root = join(__dirname, '../../..');

/** Holds equal what is committed of a running service: its OpenAPI document, `.env.example`, the README of its variables. */
export function publishesItsFiles<Config extends ServiceConfig>(service: Service<Config>): void {
  const { name, title, config, contract } = service;

  describe(`the published files of ${name}`, () => {
    it('has every variable in .env.example', () => {
      expectGolden(join(root, 'apps', name, '.env.example'), renderEnvExample(title, config));
    });

    it('has every variable in the table of its README', () => {
      expectGolden(join(root, 'apps', name, 'README.md'), readme(service));
    });

    it('has the OpenAPI document that Swagger UI shows', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'trunkline-published-'));
      const env = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATA_FOLDER: folder };
      const running = await createService(service, env);
      const document: unknown = await (await fetch(`${running.url}/docs-json`)).json();
      await running.close();
      rmSync(folder, { recursive: true });
      const place = contract ? `libs/contracts/${name}/published/openapi.json` : `apps/${name}/openapi.json`;
      expectGolden(join(root, place), `${JSON.stringify(document, null, 2)}\n`);
    });
  });
}

/** Of a service without a contract. */
const promisesNothing =
  'It has no contract and no database: the variables of database, messages and jobs mean nothing to it.';

function readme<Config extends ServiceConfig>({ name, title, config, contract }: Service<Config>): string {
  return [
    `# ${name}: ${title}`,
    '',
    contract?.summary ?? promisesNothing,
    '',
    `\`npx nx serve ${name}\` runs it from its sources, \`node main.js\` where it is deployed; \`--help\` says the rest.`,
    `Each variable can carry the service's name in front (\`${name.toUpperCase().replaceAll('-', '_')}_PORT\`), which wins. A secret can come from a file, named`,
    'by the variable with `_FILE` behind it.',
    '',
    renderSettingsTable(config),
  ].join('\n');
}
