import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effective, partsOf } from './effective';
import { prefixOf } from './environment';
import { ConfigError, loadConfig } from './load-config';
import { ServiceConfig } from './service.config';
import { Setting, Settings } from './setting';

class IcomsConfig {
  @Setting('ICOMS_URL', { type: 'url', default: 'http://localhost:3010/icoms', description: 'The gateway' })
  readonly url!: string;

  @Setting('ICOMS_PASSWORD', { type: 'text', secret: true, optional: true, description: 'Its password' })
  readonly password: string | undefined;
}

class EventsConfig extends ServiceConfig {
  override readonly port: number = 3001;

  @Setting('EVENTS_FAULT_PLACEMENT', {
    type: 'choice',
    default: 'detail',
    choices: ['detail', 'header'],
    description: 'Where faults stand',
  })
  readonly faultPlacement!: 'detail' | 'header';

  @Setting('SITES', { type: 'list', default: [], description: 'The sites that are served' })
  readonly sites!: readonly string[];

  @Setting('STRICT', { type: 'boolean', default: true, description: 'Whether wire names are strict' })
  readonly strict!: boolean;

  @Settings(() => IcomsConfig)
  readonly icoms!: IcomsConfig;
}

class RequiringConfig {
  @Setting('LEDGER_URL', { type: 'url', description: 'Where the ledger is' })
  readonly url!: string;
}

function load(env: Record<string, string>): EventsConfig {
  return loadConfig(EventsConfig, env, 'EVENTS_');
}

function faultsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('a config class', () => {
  it('has its defaults when nothing is set', () => {
    expect(load({})).toMatchObject({
      host: '0.0.0.0',
      port: 3001,
      databaseUrl: undefined,
      faultPlacement: 'detail',
      sites: [],
      strict: true,
      icoms: { url: 'http://localhost:3010/icoms', password: undefined },
    });
  });

  it('reads each type', () => {
    const config = load({
      PORT: '0',
      EVENTS_FAULT_PLACEMENT: 'header',
      SITES: '26, 27',
      STRICT: 'false',
      ICOMS_URL: 'https://icoms.example/gateway',
      DATABASE_URL: 'postgres://localhost/events',
    });
    expect(config).toMatchObject({
      port: 0,
      faultPlacement: 'header',
      sites: ['26', '27'],
      strict: false,
      databaseUrl: 'postgres://localhost/events',
      icoms: { url: 'https://icoms.example/gateway' },
    });
  });

  it('prefers the variable with the prefix of the service, in sections too', () => {
    const config = load({ PORT: '1', EVENTS_PORT: '2', ICOMS_PASSWORD: 'a', EVENTS_ICOMS_PASSWORD: 'b' });
    expect([config.port, config.icoms.password]).toEqual([2, 'b']);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(load({ EVENTS_PORT: '', PORT: '4000' }).port).toBe(4000);
  });

  it('reads a secret from the file that its variable names, without the last line break', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'password');
    writeFileSync(file, 'secret\n');
    expect(load({ ICOMS_PASSWORD_FILE: file }).icoms.password).toBe('secret');
  });

  it('gives out the parts that Nest hands to who asks for their class', () => {
    expect(partsOf(load({})).map((part) => part.constructor)).toEqual([EventsConfig, IcomsConfig]);
  });
});

describe('an environment with faults', () => {
  it('is told every one of them, with what is allowed', () => {
    const env = {
      EVENTS_PORT: '70000',
      LOG_LEVEL: 'loud',
      STRICT: 'constructor',
      SITES: '26,,27',
      BODY_LIMIT: '1e6',
      ICOMS_URL: 'ftp://icoms.example',
      EVENTS_FAULT_PLACMENT: 'header',
    };
    expect(faultsOf(() => load(env))).toEqual([
      'EVENTS_PORT: "70000" is not allowed. It must be an integer from 0 to 65535.',
      'LOG_LEVEL: "loud" is not allowed. It must be one of fatal, error, warn, info, debug, trace, silent.',
      'BODY_LIMIT: "1e6" is not allowed. It must be an integer from 1024 to 1073741824.',
      'SITES: "26,,27" is not allowed. It must be a list with commas between.',
      'STRICT: "constructor" is not allowed. It must be true or false.',
      'ICOMS_URL: the value is not allowed. It must be a URL (http, https).',
      'EVENTS_FAULT_PLACMENT is no variable of this service. Did you mean EVENTS_FAULT_PLACEMENT?',
    ]);
  });

  it('is told what must be set', () => {
    expect(faultsOf(() => loadConfig(RequiringConfig, {}, 'LEDGER_'))).toEqual([
      'LEDGER_URL is not set. It must be a URL (http, https): Where the ledger is.',
    ]);
  });

  it('is not shown its secrets', () => {
    const faults = faultsOf(() => load({ DATABASE_URL: 'mysql://trunkline:hunter2@db/events' }));
    expect(faults).toEqual([
      'DATABASE_URL: the value is not allowed. It must be a URL (postgres, postgresql).',
    ]);
  });

  it('is told of a secret file that cannot be read', () => {
    expect(faultsOf(() => load({ ICOMS_PASSWORD_FILE: '/nowhere/password' }))).toEqual([
      'ICOMS_PASSWORD_FILE: the file /nowhere/password cannot be read (ENOENT).',
    ]);
  });

  it('is told of a secret file in which nothing stands: what is not secured may not start', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'password');
    writeFileSync(file, '\n');
    expect(faultsOf(() => load({ ICOMS_PASSWORD_FILE: file }))).toEqual([
      `ICOMS_PASSWORD_FILE: the file ${file} is empty.`,
    ]);
  });

  it('may have what Kubernetes puts there for a Service of the same name', () => {
    const config = load({
      EVENTS_PORT: 'tcp://10.0.0.7:3001',
      EVENTS_SERVICE_HOST: '10.0.0.7',
      EVENTS_SERVICE_PORT_HTTP: '3001',
      EVENTS_PORT_3001_TCP_ADDR: '10.0.0.7',
      EVENTS_DB_PORT: 'tcp://10.0.0.8:5432',
    });
    expect(config.port).toBe(3001);
  });
});

describe('the effective settings', () => {
  it('show neither secrets nor what is secret in a URL', () => {
    const config = load({
      ICOMS_PASSWORD: 'hunter2',
      ICOMS_URL: 'https://user:hunter2@icoms.example/gateway?key=hunter2',
      DATABASE_URL: 'postgres://trunkline:hunter2@db:5432/events',
    });
    expect(effective(config)).toMatchObject({
      PORT: 3001,
      ICOMS_PASSWORD: '***',
      ICOMS_URL: 'https://***@icoms.example/gateway?***',
      DATABASE_URL: 'postgres://***@db:5432/events',
    });
    expect(JSON.stringify(effective(config))).not.toContain('hunter2');
  });
});

it('makes the prefix of a service from its name', () => {
  expect(prefixOf('cmp-services')).toBe('CMP_SERVICES_');
});
