import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module, type OnModuleDestroy } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Database } from '@trunkline/store';
import { ProcessConfig } from '../config/process.config';
import { ServiceConfig } from '../config/service.config';
import { Readiness } from '../health/readiness';
import type { Service } from '../service';
import { createService, type RunningService } from './create-service';

class ExampleConfig extends ServiceConfig {
  override readonly port: number = 0;
}

/** A request that takes as long as the test wants. */
class Gate {
  readonly reached = Promise.withResolvers<void>();
  readonly released = Promise.withResolvers<void>();
}

@Controller('work')
class WorkController {
  constructor(
    private readonly gate: Gate,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  async work(): Promise<object> {
    this.gate.reached.resolve();
    await this.gate.released.promise;
    return { wantsWork: this.readiness.wantsWork };
  }
}

@Module({ controllers: [WorkController], providers: [Gate] })
class ExampleModule {}

const example: Service<ExampleConfig> = {
  name: 'example',
  title: 'Example',
  module: ExampleModule,
  config: ExampleConfig,
};

function start(env: Record<string, string> = {}): Promise<RunningService<ExampleConfig>> {
  return createService(example, { HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...env });
}

describe('a running service', () => {
  let running: RunningService<ExampleConfig>;

  beforeAll(async () => {
    running = await start();
  });

  afterAll(() => running.close());

  it('says what it is to people', async () => {
    const answer = await fetch(running.url, { headers: { accept: 'text/html,*/*' } });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await answer.text();
    expect(page).toContain('<h1>Example</h1>');
    expect(page).not.toMatch(/<script|https?:/);
  });

  it('says what it is to programs', async () => {
    const answer = await fetch(running.url, { headers: { accept: 'application/json' } });
    expect(await answer.json()).toEqual({ name: 'example', title: 'Example', endpoints: [] });
  });

  it('has no samples without a contract', async () => {
    const answer = await fetch(`${running.url}/samples`, { headers: { accept: 'application/json' } });
    expect(await answer.json()).toEqual([]);
  });

  it.each(['live', 'ready'])('is %s', async (state) => {
    const answer = await fetch(`${running.url}/health/${state}`);
    expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'ok' }]);
  });

  it('serves its metrics', async () => {
    const answer = await fetch(`${running.url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('serves Swagger UI and its document', async () => {
    const page = await (await fetch(`${running.url}/docs`)).text();
    expect(page).toContain('<title>Example</title>');
    expect(page).not.toMatch(/(src|href)="?(https?:)?\/\//);
    expect((await fetch(`${running.url}/docs/swagger-ui.css`)).status).toBe(200);
    const { info, paths } = (await (await fetch(`${running.url}/docs-json`)).json()) as Record<
      string,
      object
    >;
    expect(info).toMatchObject({ title: 'Example' });
    expect(Object.keys(paths ?? {})).toEqual(['/work']);
  });

  it('does not say what it is made with', async () => {
    expect((await fetch(running.url)).headers.get('x-powered-by')).toBeNull();
  });
});

it('takes stand-ins for its providers', async () => {
  const gate = new Gate();
  const running = await createService(
    example,
    { HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    {
      application: async (root, options) => {
        const testing = Test.createTestingModule({ imports: [root] });
        const module = await testing.overrideProvider(Gate).useValue(gate).compile();
        return module.createNestApplication<NestExpressApplication>(options);
      },
    },
  );
  gate.released.resolve();
  expect((await fetch(`${running.url}/work`)).status).toBe(200);
  await running.close();
});

describe('a service with a database', () => {
  const keeping = { ...example, migrations: [] };

  function startKeeping(env: Record<string, string> = {}): Promise<RunningService> {
    return createService(keeping, { HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...env });
  }

  function someFolder(): string {
    return mkdtempSync(join(tmpdir(), 'example-data-'));
  }

  it('is ready as long as that answers', async () => {
    const running = await startKeeping({ DATA_FOLDER: someFolder() });
    const before = await fetch(`${running.url}/health/ready`);
    expect([before.status, await before.json()]).toMatchObject([
      200,
      { info: { database: { status: 'up' } } },
    ]);
    await running.app.get(Database).close();
    const after = await fetch(`${running.url}/health/ready`);
    expect([after.status, await after.json()]).toMatchObject([
      503,
      { error: { database: { status: 'down' } } },
    ]);
    await running.close();
  });

  it('does not start when its config does not say where that is', async () => {
    class ElsewhereConfig extends ProcessConfig {
      override readonly port: number = 0;
    }
    const homeless = { ...keeping, config: ElsewhereConfig };
    await expect(createService(homeless, { LOG_LEVEL: 'silent' })).rejects.toThrow('extends ServiceConfig');
  });

  it('shows what waits in it', async () => {
    const running = await startKeeping({ DATA_FOLDER: someFolder() });
    expect(await (await fetch(`${running.url}/metrics`)).text()).toContain('trunkline_messages_in_doubt 0');
    await running.close();
  });

  it('lets go of it when it cannot start', async () => {
    const folder = someFolder();
    await expect(startKeeping({ DATA_FOLDER: folder, HOST: '192.0.2.1' })).rejects.toThrow('cannot listen');
    const running = await startKeeping({ DATA_FOLDER: folder });
    await running.close();
  });
});

describe('a management port', () => {
  it('is there when it is asked for', async () => {
    const running = await start();
    expect(running.managementUrl).toBeUndefined();
    await running.close();
  });

  it('answers what operators ask, and nothing else', async () => {
    const running = await start({ MANAGEMENT_PORT: '0' });
    const statusOf = async (path: string) => (await fetch(running.managementUrl! + path)).status;
    for (const path of ['/health/live', '/health/ready', '/metrics', '/metrics?one'])
      expect([path, await statusOf(path)]).toEqual([path, 200]);
    for (const path of ['/', '/docs', '/work', '/healthy', '/work/../work', '//health/live'])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    expect((await fetch(`${running.url}/health/live`)).status).toBe(200);
    await running.close();
  });

  it('says that the service stops for as long as requests are in flight, and then goes', async () => {
    const running = await start({ MANAGEMENT_PORT: '0' });
    const gate = running.app.get(Gate);
    const inFlight = fetch(`${running.url}/work`);
    await gate.reached.promise;
    const closed = running.close();
    const { status } = await fetch(`${running.managementUrl}/health/ready`);
    gate.released.resolve();
    await closed;
    expect([status, (await inFlight).status]).toEqual([503, 200]);
    await expect(fetch(`${running.managementUrl}/health/live`)).rejects.toThrow('fetch failed');
  });
});

describe('a service that stops', () => {
  it('answers the requests in flight, and wants no new ones', async () => {
    const running = await start();
    const gate = running.app.get(Gate);
    const inFlight = fetch(`${running.url}/work`);
    await gate.reached.promise;
    const closed = running.close();
    gate.released.resolve();
    expect(await (await inFlight).json()).toEqual({ wantsWork: false });
    await closed;
    await expect(fetch(running.url)).rejects.toThrow('fetch failed');
  });

  it('is not ready, but alive', async () => {
    const running = await start();
    running.app.get(Readiness).stop();
    const ready = await fetch(`${running.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { error: { service: { status: 'down', message: 'The service is stopping' } } },
    ]);
    expect((await fetch(`${running.url}/health/live`)).status).toBe(200);
    await running.close();
  });

  it('cuts off what is not answered in time', async () => {
    const running = await start({ SHUTDOWN_GRACE_MS: '0' });
    const inFlight = fetch(`${running.url}/work`);
    const refused = expect(inFlight).rejects.toThrow('fetch failed');
    await running.app.get(Gate).reached.promise;
    await running.close();
    await refused;
  });
});

describe('a service that cannot start', () => {
  it.each(['PORT', 'MANAGEMENT_PORT'])('says that its %s is taken', async (variable) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(start({ [variable]: String(port) })).rejects.toThrow(
      `port ${port} is taken. Stop what listens there, or set EXAMPLE_${variable} to another.`,
    );
    other.close();
  });

  it('says so at once, whatever balancers would need to notice that it stops', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const begun = performance.now();
    await expect(start({ MANAGEMENT_PORT: String(port), DRAIN_DELAY_MS: '5000' })).rejects.toThrow(
      'is taken',
    );
    expect(performance.now() - begun).toBeLessThan(4_000);
    other.close();
  });

  it('says why, also when what was opened does not close', async () => {
    @Module({})
    class StuckModule implements OnModuleDestroy {
      onModuleDestroy(): void {
        throw new Error('does not close');
      }
    }
    const stuck = { ...example, module: StuckModule };
    const env = { HOST: '192.0.2.1', LOG_LEVEL: 'silent' };
    await expect(createService(stuck, env)).rejects.toThrow('cannot listen');
  });

  it('says that its address is none of this machine', async () => {
    await expect(start({ HOST: '192.0.2.1' })).rejects.toThrow(
      /^cannot listen on EXAMPLE_HOST 192\.0\.2\.1: /,
    );
  });
});
