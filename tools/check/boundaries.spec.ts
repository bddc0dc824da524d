import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ESLint } from 'eslint';

const root = join(__dirname, '../..');

/** What no file of a folder may hold, each broken on purpose. */
const broken: readonly [name: string, file: string, code: string][] = [
  ['a kernel lib that uses the platform', 'libs/fields/src/broken.ts', "import '@trunkline/service';"],
  ['a contract that uses the platform', 'libs/contracts/events/src/broken.ts', "import '@trunkline/store';"],
  [
    'a contract that uses a back end',
    'libs/contracts/events/src/broken.ts',
    "import '@trunkline/backends/icoms';",
  ],
  [
    'a platform lib that uses a contract',
    'libs/service/src/broken.ts',
    "import '@trunkline/contracts/events';",
  ],
  [
    'a back end that uses another',
    'libs/backends/icoms/src/broken.ts',
    "import '@trunkline/backends/midas';",
  ],
  ['an app that uses another app', 'apps/events/src/broken.ts', "import '../../sandbox/src/sandbox.module';"],
  ['Nest in the kernel', 'libs/soap/src/broken.ts', "import '@nestjs/common';"],
  ['an index that names nothing', 'libs/soap/src/broken.ts', "export * from './read';"],
  [
    'the environment outside of a config class',
    'apps/events/src/broken.ts',
    'export const broken = process.env.HOME;',
  ],
];

describe('the linter refuses', () => {
  const eslint = new ESLint({ cwd: root });

  // The rule reads the project graph from nx's cache, and is silent where there is none.
  beforeAll(
    () =>
      execFileSync(process.execPath, [require.resolve('nx/bin/nx.js'), 'show', 'projects'], { cwd: root }),
    60_000,
  );

  it.each(broken)('%s', async (_name, file, code) => {
    const [result] = await eslint.lintText(code, { filePath: join(root, file) });
    expect(result?.messages.filter(({ severity }) => severity === 2)).not.toEqual([]);
  });

  it('nothing in the same places that keeps the rules', async () => {
    const files = new Set(broken.map(([, file]) => file));
    for (const file of files) {
      const [result] = await eslint.lintText("import '@trunkline/faults';", { filePath: join(root, file) });
      expect(result?.messages).toEqual([]);
    }
  });
});
