import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { knownVariables, unknownTo } from './known-variables';

/** Helm itself is in no registry that the tests can use: they hold the parts of the chart together, they do not render it. */
type Tree = { readonly [key: string]: Tree | unknown };

interface Values {
  readonly termination: { readonly grace: number };
  readonly service: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
}

const chart = join(__dirname, '../../../deploy/chart');
const read = (file: string) => readFileSync(join(chart, file), 'utf8');
const values = load(read('values.yaml')) as Tree & Values;
const templates = readdirSync(join(chart, 'templates'))
  .map((file) => read(`templates/${file}`))
  .join('\n');
const services = readdirSync(join(chart, '../../apps')).filter((name) => name !== 'sandbox');
/** A message to any other takes no longer than its database. */
const callingServices = services.filter((name) => knownVariables(name).names.has('CALL_DEADLINE_MS'));

/** The dotted paths to the ends of a tree: where there is a list, nothing, or no more than a text or a number. */
function endsOf(tree: Tree): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const ends = isTree(value) ? endsOf(value) : [];
    return ends.length === 0 ? [key] : ends.map((end) => `${key}.${end}`);
  });
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSetBy(path: string, tree: Tree): boolean {
  const [key = '', ...rest] = path.split('.');
  const value = tree[key];
  return rest.length === 0 ? key in tree : isTree(value) && isSetBy(rest.join('.'), value);
}

const used = [...new Set([...templates.matchAll(/\.Values\.([A-Za-z.]+)/g)].map(([, path]) => path!))];

describe('the chart', () => {
  it('has a values file a service', () => {
    const files = globSync('values/*.yaml', { cwd: chart }).map((file) => basename(file, '.yaml'));
    expect(files.sort()).toEqual([...services].sort());
  });

  it('has a default for every value that its templates use, and uses every value that it has', () => {
    expect(used.filter((path) => !isSetBy(path, values))).toEqual([]);
    expect(
      endsOf(values).filter((end) => !used.some((path) => end === path || end.startsWith(`${path}.`))),
    ).toEqual([]);
  });

  it.each(services)('sets for %s what the service reads, and what the chart knows', (name) => {
    const {
      service,
      settings = {},
      secrets = {},
      ...more
    } = load(read(`values/${name}.yaml`)) as Tree & Values;
    expect(service).toBe(name);
    const variables = [
      'PORT',
      'MANAGEMENT_PORT',
      'DRAIN_DELAY_MS',
      'SHUTDOWN_GRACE_MS',
      ...Object.keys(settings),
    ];
    const files = Object.keys({ ...values.secrets, ...secrets }).map((secret) => `${secret}_FILE`);
    expect(unknownTo(name, [...variables, ...files])).toEqual([]);
    expect(Object.values(settings).filter((value) => typeof value !== 'string')).toEqual([]);
    expect(endsOf(more).filter((end) => !isSetBy(end, values))).toEqual([]);
  });

  it.each(callingServices)('lets %s finish every message that it has taken when it stops', (name) => {
    const callDeadline = knownVariables(name).defaults.get('CALL_DEADLINE_MS');
    const { settings = {}, termination = values.termination } = load(read(`values/${name}.yaml`)) as Tree &
      Values;
    expect(termination.grace * 1000).toBeGreaterThanOrEqual(
      Number(settings['CALL_DEADLINE_MS'] ?? callDeadline),
    );
  });

  it('lets Kubernetes set no variable that could be one of ours', () => {
    expect(templates).toContain('enableServiceLinks: false');
  });
});
