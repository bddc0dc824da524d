import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningService } from '@trunkline/service';
import { startOutage } from './start-outage';

interface Media {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

type Content = Readonly<Record<string, Media>>;

interface Described {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Example {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

describe('what Swagger UI shows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-outage-'));
  let service: RunningService;
  let operations: [path: string, described: Described][];

  beforeAll(async () => {
    service = await startOutage({ url: undefined, folder });
    const { paths } = (await (await fetch(`${service.url}/docs-json`)).json()) as {
      paths: Record<string, Record<string, Described>>;
    };
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map((described): [string, Described] => [path, described]),
    );
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });

  /** The statuses that the documentation has an answer of this name for. */
  const statusesOf = ({ responses }: Described, name: string) =>
    Object.entries(responses)
      .filter(([, { content = {} }]) => Object.values(content).some(({ examples = {} }) => name in examples))
      .map(([status]) => Number(status));

  it('can be sent as it stands, and is answered as shown', async () => {
    for (const [path, described] of operations.filter(([, { requestBody }]) => requestBody)) {
      const examples = examplesOf(described.requestBody!.content);
      expect(new Set(examples.map(({ type }) => type))).toEqual(
        new Set(['application/json', 'application/xml']),
      );
      for (const { name, type, body } of examples) {
        const headers = { 'content-type': type, accept: type };
        const { status } = await fetch(`${service.url}${path}`, { method: 'POST', headers, body });
        expect([name, [status]]).toEqual([name, statusesOf(described, name)]);
      }
    }
  });

  it('has one form for every error, in both media types and no other', () => {
    const problem = { $ref: '#/components/schemas/ProblemDetailDocument' };
    for (const [, { responses }] of operations) {
      const errors = Object.entries(responses).filter(([status]) => !(status < '400'));
      expect(errors.length).toBeGreaterThan(1);
      for (const [, { content = {} }] of errors) {
        const schemas = Object.entries(content).map(([type, { schema }]) => [type, schema]);
        expect(Object.fromEntries(schemas)).toEqual({
          'application/json': problem,
          'application/xml': problem,
        });
      }
    }
  });
});

/** In the order of their names, as they are recorded: some are about what those before them left. */
function examplesOf(content: Content): Example[] {
  const examples = Object.entries(content).flatMap(([type, { examples: named = {} }]) =>
    Object.entries(named).map(([name, { value }]) => ({
      name,
      type,
      body: typeof value === 'string' ? value : JSON.stringify(value),
    })),
  );
  return examples.sort((one, other) => (one.name < other.name ? -1 : 1));
}
