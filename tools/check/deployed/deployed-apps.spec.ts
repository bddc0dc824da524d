import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onPostgres } from '@trunkline/testing';
import { developmentOnly, ownFiles, packagesOf, sizeOf } from './contents';
import { DeployedApp, type RunningApp } from './deployed-app';
import { serveSamples } from './served-samples';

const services = readdirSync(join(__dirname, '../../../apps')).filter((name) => name !== 'sandbox');
const patience = 300_000;

/** What the samples of some need, beside back ends. */
const surroundings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outage: { TRUST_PROXY: '1' },
  accounts: {
    ACCOUNTS_CALLBACK_HOSTS: 'listener.example.com,127.0.0.1:9',
    ACCOUNTS_CALLBACK_NETWORKS: '127.0.0.0/8',
  },
  'voip-migration': { ICOMS_WORK_ORDERS_DEADLINE_MS: '1000', MIDAS_DEADLINE_MS: '1000' },
};

/** The samples that need rows, or a day, that only the test beside the service can make; all others are answered as they stand. */
const needPreparation: Readonly<Record<string, readonly string[]>> = {
  accounts: [
    'answers-a-part-of-a-long-list',
    'finds-an-amount-however-it-is-written',
    'gives-an-account-back-as-it-came',
    'gives-the-attributes-that-were-asked-for',
    'lists-the-accounts-of-a-party',
    'refuses-a-callback-that-is-registered',
    'refuses-the-user-name-and-the-number-of-other-accounts',
    'takes-a-listener-off-the-list',
  ],
  'cmp-services': [
    'answers-every-service-of-a-subscription',
    'answers-only-what-is-in-force',
    'refuses-a-code-that-conflicts-with-one-in-force',
    'refuses-a-code-that-is-in-force',
  ],
  outage: ['finds-the-outages-of-an-account'],
};

const apps = new Map<string, DeployedApp>();

beforeAll(() => {
  for (const name of [...services, 'sandbox']) apps.set(name, DeployedApp.install(name));
}, 2 * patience);
afterAll(() => apps.forEach((app) => app.remove()));

describe.each([...services, 'sandbox'])('the folder of %s', (name) => {
  it('holds no other app, no test, and nothing that only development needs', () => {
    const app = apps.get(name)!;
    const files = ownFiles(app);
    const own = new RegExp(`^(apps/${name}|libs/(contracts/(${name}|work-orders)|backends/\\w+|\\w+))/src/`);
    expect(files.filter((file) => !own.test(file) || file.startsWith('libs/testing/'))).toEqual([]);
    expect(files).toContain(`apps/${name}/src/main.ts`);
    const packages = packagesOf(app);
    expect(developmentOnly(packages)).toEqual([]);
    expect(packages.map((each) => each.name)).toEqual(
      expect.arrayContaining(['@nestjs/core', 'swagger-ui-dist']),
    );
  });

  it('takes less than 60 MB with everything that it needs installed', () => {
    expect(sizeOf(apps.get(name)!.folder)).toBeLessThan(60e6);
  });
});

describe.each(services)('the folder of %s', (name) => {
  it('holds what it promises, and every variable that it reads', () => {
    const app = apps.get(name)!;
    expect(JSON.parse(app.read('package.json'))).not.toHaveProperty('devDependencies');
    expect(existsSync(join(app.folder, 'published/openapi.json'))).toBe(true);
    const variables = [...app.run(['--help']).matchAll(/^ {2}([A-Z][A-Z_]+) \(/gm)].map(
      ([, variable]) => variable,
    );
    const readme = app.read('README.md');
    expect(variables).toContain('DATABASE_URL');
    expect(variables.filter((variable) => !readme.includes(`| \`${variable}\` |`))).toEqual([]);
  });
});

onPostgres((place) => {
  let sandbox: RunningApp;

  beforeAll(async () => {
    sandbox = await apps.get('sandbox')!.start({});
  }, patience);
  afterAll(() => sandbox.stop());

  it.each(services)(
    '%s serves its samples, and the pages about them',
    async (name) => {
      const backEnds = {
        ICOMS_URL: `${sandbox.url}/icoms/gateway`,
        ICOMS_WORK_ORDERS_URL: `${sandbox.url}/icoms/CreateWorkOrder_V3`,
        MIDAS_URL: sandbox.url,
      };
      const env = { DATABASE_URL: place().url!, ...backEnds, ...surroundings[name] };
      const app = apps.get(name)!;
      expect(app.run(['--migrate-only'], env)).toContain('up to date');
      const running = await app.start(env);
      const { expected, actual } = await serveSamples(running.url, needPreparation[name]);
      expect(actual).toEqual(expected);
      expect((await fetch(`${running.url}/docs/swagger-ui-bundle.js`)).status).toBe(200);
      const description = await fetch(`${running.url}/docs-json`);
      expect(await description.json()).toEqual(JSON.parse(app.read('published/openapi.json')));
      expect(await running.stop()).toBe(0);
    },
    patience,
  );
});
