import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { knownVariables, unknownTo } from './known-variables';

interface Container {
  readonly image?: string;
  readonly build?: { context: string; dockerfile: string; args: { APP: string } };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Container>>;
  readonly secrets: Readonly<Record<string, { file: string }>>;
}

const folder = join(__dirname, '../../../deploy');
const apps = readdirSync(join(folder, '../apps'));
const services = apps.filter((name) => name !== 'sandbox');

// Compose reads YAML 1.1: anchors can be merged.
const compose = load(readFileSync(join(folder, 'compose.yaml'), 'utf8'), {
  schema: YAML11_SCHEMA,
}) as Compose;
const built = Object.entries(compose.services).filter(([, { build }]) => build);

describe('compose.yaml', () => {
  it('runs every app, each from an image of its own', () => {
    expect(built.map(([name]) => name).sort()).toEqual([...apps].sort());
    for (const [name, { build }] of built) {
      expect(build!.args.APP).toBe(name);
      expect(existsSync(resolve(folder, build!.context, build!.dockerfile))).toBe(true);
    }
  });

  it.each(built)('lets %s write to nothing but its volumes, and gain no rights', (_name, container) => {
    const rights = { read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] };
    expect(container).toMatchObject(rights);
  });

  it.each(services)('tells %s only what it reads, at the port that it has everywhere', (name) => {
    const { environment = {}, ports } = compose.services[name]!;
    expect(unknownTo(name, Object.keys(environment))).toEqual([]);
    expect(ports).toEqual([`${knownVariables(name).defaults.get('PORT')}:8080`]);
  });

  it.each(services)('gives %s the address of the database in a file', (name) => {
    const { environment = {}, secrets = [] } = compose.services[name]!;
    const files = Object.values(environment).filter((value) => value.startsWith('/run/secrets/'));
    expect(files).toEqual(secrets.map((secret) => `/run/secrets/${secret}`));
    const [secret = ''] = secrets;
    expect(readFileSync(join(folder, compose.secrets[secret]!.file), 'utf8')).toMatch(/^postgres:\/\/\S+\n$/);
  });
});
