import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { Contract } from '@trunkline/operations';
import {
  CallsConfig,
  createService,
  JobsConfig,
  partsOf,
  prefixOf,
  type ProcessConfig,
  renderEnvExample,
  renderSettingsTable,
  RetentionConfig,
  type RunningService,
  type Service,
  ServiceConfig,
  SoapServiceConfig,
} from '@trunkline/service';
import { Jobs } from '@trunkline/store';
import { expectGolden } from './golden';

const root = join(__dirname, '../../..');

/**
 * Holds equal what is committed of a running service: its OpenAPI document, `.env.example`, the README of its variables. These are to be
 * the ones that mean something to it.
 */
export function publishesItsFiles<Config extends ProcessConfig>(service: Service<Config>): void {
  const { name, title, config, contract } = service;

  describe(`the published files of ${name}`, () => {
    let folder: string;
    let running: RunningService<Config>;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'trunkline-published-'));
      const env = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', DATA_FOLDER: folder };
      running = await createService(service, env);
    });
    afterAll(async () => {
      await running?.close();
      rmSync(folder, { recursive: true });
    });

    it('has the settings of what it does, and no others', () => {
      const jobs = contract ? running.app.get(Jobs).kinds : [];
      const parts = partsOf(running.config);
      const has = [...settings.keys()].filter((each) => parts.some((part) => part instanceof each));
      const needs = [...settings].filter(([, isFor]) => isFor(contract, jobs)).map(([each]) => each);
      expect(has).toEqual(needs);
    });

    it('has every variable in .env.example', () => {
      expectGolden(join(root, 'apps', name, '.env.example'), renderEnvExample(title, config));
    });

    it('has every variable in the table of its README', () => {
      expectGolden(join(root, 'apps', name, 'README.md'), readme(service));
    });

    it('has the OpenAPI document that Swagger UI shows', async () => {
      const document: unknown = await (await fetch(`${running.url}/docs-json`)).json();
      const place = contract ? `libs/contracts/${name}/published/openapi.json` : `apps/${name}/openapi.json`;
      expectGolden(join(root, place), `${JSON.stringify(document, null, 2)}\n`);
    });
  });
}

/** The settings that only some services have, and which those are; `jobs` are the kinds of job that a service does. */
const settings = new Map<Type, (contract: Contract | undefined, jobs: readonly string[]) => boolean>([
  [ServiceConfig, (contract) => contract !== undefined],
  [SoapServiceConfig, (contract) => contract?.form === 'soap'],
  [CallsConfig, hasEffectsOutside],
  [JobsConfig, (_, jobs) => jobs.length > 0],
  [RetentionConfig, (contract, jobs) => hasEffectsOutside(contract) || jobs.length > 0],
]);

function hasEffectsOutside(contract: Contract | undefined): boolean {
  return contract?.operations.some(({ effect }) => effect === 'outside') ?? false;
}

/** Of a service without a contract. */
const promisesNothing = 'It has no contract and no database.';

function readme<Config extends ProcessConfig>({ name, title, config, contract }: Service<Config>): string {
  return [
    `# ${name}: ${title}`,
    '',
    contract?.summary ?? promisesNothing,
    '',
    `\`npx nx serve ${name}\` runs it from its sources, \`node main.js\` where it is deployed; \`--help\` says the rest.`,
    `Each variable can carry the service's name in front (\`${prefixOf(name)}PORT\`), which wins. A secret can come from a file, named`,
    'by the variable with `_FILE` behind it.',
    '',
    renderSettingsTable(config),
  ].join('\n');
}
