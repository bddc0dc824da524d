import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FieldKind, type Plan, planOf, type Reading } from '@trunkline/fields';
import { exactJsonMedia } from './json/exact-json.media';
import { isJsonObject, type JsonValue } from './json/json-value';
import { readJson } from './json/read-json';
import { attributes, searchedAs } from './party-account/attributes';
import { PartyAccount } from './party-account/party-account';
import { partyAccountCreateEvent } from './party-account-create-event/party-account-create-event.operation';

const json = 'application/json;charset=utf-8';
const samples = join(__dirname, 'party-account-create-event/samples');
const published = readFileSync(join(samples, 'creates-an-account-from-the-published-example/request.json'));

function read(message: string | Buffer, contentType: string | undefined = json): Reading<object> {
  return exactJsonMedia.read(
    partyAccountCreateEvent,
    Buffer.from(message as string),
    contentType,
  ) as Reading<object>;
}

/** The faults of a notification of an account with these attributes beside what is required. */
function faultsOf(account: object): string[] {
  const partyAccount = { name: 'N', relatedParty: [{ id: '1' }], ...account };
  return read(JSON.stringify({ eventId: 'e', event: { partyAccount } })).faults.map(({ path }) => path);
}

/** The part of an account in which the attribute at this path stands, in one item of each list on the way. */
function partWith(plan: Plan, [name = '', ...below]: readonly string[], value: unknown): object {
  const field = plan.byName.get(name)!;
  const inner = field.plan ? { ...required(field.plan), ...partWith(field.plan, below, value) } : value;
  return { [name]: field.list ? [inner] : inner };
}

/** Only a party has something that it must have: its id. */
function required({ fields }: Plan): object {
  return fields.some(({ name, optional }) => name === 'id' && !optional) ? { id: '1' } : {};
}

const accountWith = (path: string, value: unknown) => partWith(planOf(PartyAccount), path.split('.'), value);

const wrong: Record<FieldKind, unknown> = {
  text: 5,
  token: true,
  integer: '1',
  decimal: '19.90',
  boolean: 'true',
  date: 5,
  dateTime: '2021-04-19',
  object: 'x',
};

describe('the published example', () => {
  it('is a message of the contract', () => {
    expect(read(published).faults).toEqual([]);
  });

  it('has no attribute that is not declared', () => {
    const event = readJson(published.toString());
    const payload = isJsonObject(event) ? event.get('event') : undefined;
    const account = isJsonObject(payload) ? payload.get('partyAccount') : undefined;
    expect(pathsIn(account!, '').filter((path) => !attributes.has(path))).toEqual([]);
  });

  it('as printed is refused for the comma that is one too many', () => {
    const printed = readFileSync(join(samples, 'refuses-the-example-as-printed-for-its-comma/request.json'));
    expect(() => read(printed)).toThrow(
      expect.objectContaining({
        kind: 'Malformed',
        line: 71,
        column: 25,
        message: expect.stringContaining('line 70, column 30'),
      }),
    );
  });

  function pathsIn(value: JsonValue, path: string): string[] {
    if (isJsonObject(value)) {
      return [...value].flatMap(([name, member]) => pathsIn(member, path === '' ? name : `${path}.${name}`));
    }
    return Array.isArray(value) ? value.flatMap((item: JsonValue) => pathsIn(item, path)) : [path];
  }
});

describe('an attribute', () => {
  const declared = [...attributes];

  it.each(declared.map(([path, { kind }]) => [path, kind] as const))(
    '%s is refused when it is no %s',
    (path, kind) => {
      const pointers = faultsOf(accountWith(path, wrong[kind])).map((at) =>
        at.replace('event/partyAccount/', ''),
      );
      expect(pointers.map((at) => at.replaceAll(/\/\d+/g, '').replaceAll('/', '.'))).toEqual([path]);
    },
  );

  it.each(declared.filter(([, { optional }]) => optional).map(([path]) => path))('%s may be null', (path) => {
    expect(faultsOf(accountWith(path, null))).toEqual([]);
  });
});

describe('a value that is looked for', () => {
  const longest = `1${'0'.repeat(999)}`;

  it.each([
    ['creditLimit.value', '19.90', '19.9'],
    ['creditLimit.value', '1.99E+1', '19.9'],
    ['creditLimit.value', '1e999999999', '1e999999999'],
    ['creditLimit.value', longest, '1e999'],
    ['creditLimit.value', `${longest}0`, `${longest}0`],
    ['creditLimit.value', '1e', '1e'],
    ['paymentPlan.priority', '10e-1', '1'],
    ['accountNumber', '1e2', '1e2'],
  ])('of %s, %s, is looked for as %s', (attribute, text, value) => {
    expect(searchedAs(attributes.get(attribute)!, text)).toBe(value);
  });
});

describe('what is published', () => {
  interface Schema {
    readonly $ref?: string;
    readonly type?: string;
    readonly allOf?: readonly Schema[];
    readonly oneOf?: readonly Schema[];
    readonly items?: Schema;
    readonly properties?: Readonly<Record<string, Schema>>;
  }

  const { components } = JSON.parse(readFileSync(join(__dirname, '../published/openapi.json'), 'utf8')) as {
    components: { schemas: Record<string, Schema> };
  };

  /** A value of each type, the last one to more digits than a double has. */
  const values: Readonly<Record<string, string>> = {
    boolean: 'true',
    string: '"2021-04-19T12:23:14.330Z"',
    integer: '7',
    number: '12345678901234567890.10',
  };

  function resolved(schema: Schema): Schema {
    const { $ref, allOf, oneOf, items } = schema;
    if ($ref) return components.schemas[$ref.split('/').at(-1)!]!;
    const [inner] = allOf ?? oneOf ?? (items ? [items] : []);
    return inner ? resolved(inner) : schema;
  }

  function typeOf(path: string): string {
    const start = components.schemas['PartyAccount']!;
    return path.split('.').reduce((at, name) => resolved(at.properties![name]!), start).type!;
  }

  it.each([...attributes.keys()].map((path) => [path, typeOf(path)]))('%s may be a %s', (path, type) => {
    const value = path.endsWith('billingDateShift') ? '"7"' : values[type]!;
    const partyAccount = { name: 'N', relatedParty: [{ id: '1' }], ...accountWith(path, 'its value') };
    const message = JSON.stringify({ eventId: 'e', event: { partyAccount } });
    expect(read(message.replace('"its value"', value)).faults).toEqual([]);
  });
});

describe('a message', () => {
  it.each([
    ['no eventId', '{"event":{"partyAccount":{"name":"N","relatedParty":[{"id":"1"}]}}}', 'eventId'],
    ['no event', '{"eventId":"e"}', 'event'],
    ['no account', '{"eventId":"e","event":{}}', 'event/partyAccount'],
    [
      'no name',
      '{"eventId":"e","event":{"partyAccount":{"relatedParty":[{"id":"1"}]}}}',
      'event/partyAccount/name',
    ],
    ['no party', '{"eventId":"e","event":{"partyAccount":{"name":"N"}}}', 'event/partyAccount/relatedParty'],
    [
      'a party that is null',
      '{"eventId":"e","event":{"partyAccount":{"name":"N","relatedParty":[null]}}}',
      'event/partyAccount/relatedParty/0',
    ],
    [
      'a party without an id',
      '{"eventId":"e","event":{"partyAccount":{"name":"N","relatedParty":[{"id":null}]}}}',
      'event/partyAccount/relatedParty/0/id',
    ],
    [
      'a payload without a name',
      '{"eventId":"e","payload":{"partyAccount":{"relatedParty":[{"id":"1"}]}}}',
      'payload/partyAccount/name',
    ],
    ['a text for a message', '"x"', ''],
    ['a list for a message', '[]', ''],
    ['a number for a message', '1', ''],
    ['null for a message', 'null', ''],
  ])('with %s is refused at the place', (_, message, path) => {
    expect(read(message).faults.map((fault) => fault.path)).toContain(path);
  });

  it.each([
    ['1', true],
    ['"1"', true],
    ['"007"', true],
    ['-2', true],
    [`1${'0'.repeat(41)}`, true],
    ['1e-41', false],
    ['1.0', true],
    ['1.5', false],
    ['"one"', false],
    ['""', false],
    ['true', false],
    ['{}', false],
  ])('may shift the billing date by %s: %s', (shift, sound) => {
    const account = JSON.stringify({ name: 'N', relatedParty: [{ id: '1' }] }).slice(0, -1);
    const structure = `"billStructure":{"cycleSpecification":{"billingDateShift":${shift}}}`;
    const { faults } = read(`{"eventId":"e","event":{"partyAccount":${account},${structure}}}}`);
    expect(faults.map(({ message }) => message)).toEqual(sound ? [] : ['must match -?[0-9]+']);
  });

  it.each([
    ['19.90', true],
    ['1e2', true],
    ['-0.5', true],
    ['12345678901234567890.12', true],
    [`1${'0'.repeat(41)}`, true],
    ['-1.5e-41', true],
    [`0.${'0'.repeat(40)}1`, true],
    ['9'.repeat(900), true],
    ['1E999999999', true],
    ['"19.90"', false],
    ['"1e99"', false],
    ['[1e99]', false],
    ['true', false],
  ])('may have an amount of %s: %s', (value, sound) => {
    const account = JSON.stringify({ name: 'N', relatedParty: [{ id: '1' }] }).slice(0, -1);
    const { faults } = read(
      `{"eventId":"e","event":{"partyAccount":${account},"creditLimit":{"value":${value}}}}}`,
    );
    expect(faults.length === 0).toBe(sound);
  });
});
