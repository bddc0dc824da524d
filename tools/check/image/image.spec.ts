import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-port';
import { BuiltImage, ready } from './built-image';
import { type Stage, stagesOf, textsOf } from './dockerfile';

const [build, run, ...more] = stagesOf(
  readFileSync(join(__dirname, '../../../deploy/Dockerfile'), 'utf8'),
) as [Stage, Stage];

describe('the image', () => {
  it('is made in one stage and runs in another, where nothing is installed', () => {
    expect(more).toEqual([]);
    expect(build.from).toMatch(/^node:\d+\.\d+\.\d+-\S+ AS build$/);
    expect(run.from).not.toContain('node:');
    expect(textsOf(run, 'RUN')).toEqual([]);
    expect(textsOf(run, 'COPY').filter((text) => !text.startsWith('--from=build '))).toEqual([]);
  });

  it('runs as a user with a number, who is not root', () => {
    expect(textsOf(run, 'USER')).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
  });

  it('writes to volumes only', () => {
    const owned = textsOf(run, 'COPY').filter((text) => text.includes('--chown='));
    expect(owned.map((text) => text.split(' ').at(-1))).toEqual(textsOf(run, 'VOLUME'));
  });
});

describe('the steps of the image, in an empty folder', () => {
  let image: BuiltImage;

  beforeAll(() => {
    image = new BuiltImage(build, run, { APP: 'outage' });
  }, 300_000);
  afterAll(() => image.remove());

  it('leave nothing but the app and a place for its data', () => {
    expect(globSync('*', { cwd: image.root }).sort()).toEqual(['app', 'data']);
    expect(
      globSync('{main.js,package.json,published,node_modules/*}', { cwd: join(image.root, 'app') }).sort(),
    ).toEqual([
      'main.js',
      'node_modules/@scarf',
      'node_modules/swagger-ui-dist',
      'package.json',
      'published',
    ]);
  });

  it('make what starts where it may write to its volume only, is healthy, and stops when it is told to', async () => {
    const ports = { port: await freePort(), managementPort: await freePort() };
    const service = image.start(ports);
    await ready(service);
    expect(image.isHealthy(ports)).toBe(true);
    service.kill('SIGTERM');
    const [code] = (await once(service, 'exit')) as [number];
    expect({ code, healthy: image.isHealthy(ports) }).toEqual({ code: 0, healthy: false });
  });
});
