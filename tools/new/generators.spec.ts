import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
/** What a busy machine may take for each step, in milliseconds. */
const patience = 900_000;

/** What the generators wrote is held to what everything of ours is held to. */
const made = [
  'apps/customers',
  'libs/contracts/customers',
  'libs/backends/crm',
  'apps/voip-migration/src',
  'libs/contracts/voip-migration',
];

/** What `npm run published` writes: nobody keeps these by hand. */
const derived = /\/published\/|\.handlers\.ts$|^libs\/contracts\/[^/]+\/src\/index\.ts$/;

describe('the generators, in a copy of the workspace,', () => {
  let copy: string;
  /** The files that were there and are not as they were, by the generator that changed them. */
  const changed: Record<string, string[]> = {};

  const run = (program: string, ...args: string[]): string => {
    // Few documents prove a generator: the contracts of the workspace are proven by many.
    const env = { ...process.env, NX_DAEMON: 'false', PROOF_RUNS: '300' };
    return execFileSync(process.execPath, [program, ...args], {
      cwd: copy,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  };
  /** Those of what was written; the rest of the workspace is checked where it is. */
  const typeErrors = (): string[] => {
    const { stdout } = spawnSync(
      process.execPath,
      ['node_modules/.bin/tsc', '--noEmit', '--pretty', 'false'],
      { cwd: copy, encoding: 'utf8' },
    );
    return stdout.split('\n').filter((line) => made.some((folder) => line.startsWith(folder)));
  };
  const runTests = (...args: string[]) => run('tools/check/test.ts', '--selectProjects', ...args);

  const generate = (kind: string, ...args: string[]): void => {
    const before = contentsOf(copy, ourFiles());
    run(`tools/new/new-${kind}.ts`, ...args);
    const after = contentsOf(copy, before.keys());
    changed[kind] = [...before.keys()].filter((file) => after.get(file) !== before.get(file));
  };

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'trunkline-new-'));
    for (const file of ourFiles()) cpSync(join(root, file), join(copy, file));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    generate('service', 'customers', 'FindCustomer');
    generate('backend', 'crm');
    generate('operation', 'voip-migration', 'CancelMigration');
  }, patience);
  afterAll(() => rmSync(copy, { recursive: true }));

  it('edit one list at most, and what follows from others follows', () => {
    const edited = ([kind, files]: [string, string[]]) => [kind, files.filter((file) => !derived.test(file))];
    expect(Object.fromEntries(Object.entries(changed).map(edited))).toEqual({
      service: ['deploy/compose.yaml'],
      backend: [],
      operation: ['libs/contracts/voip-migration/src/voip-migration.contract.ts'],
    });
    expect(changed['operation']!.filter((file) => derived.test(file))).toEqual([
      'apps/voip-migration/src/voip-migration.handlers.ts',
      'libs/contracts/voip-migration/published/openapi.json',
      'libs/contracts/voip-migration/src/index.ts',
    ]);
  });

  it(
    'write what answers its samples, keeps its published files and withstands its attacks',
    () => {
      expect(runTests('customers', 'contracts-customers', 'backends-crm')).toMatch(
        /^[1-9]\d* passed, 0 failed/m,
      );
      const samples = ['--testPathPatterns', 'samples|published'];
      expect(runTests('voip-migration', ...samples)).toMatch(/^[1-9]\d* passed, 0 failed/m);
    },
    patience,
  );

  it(
    'write what is typed, linted and formatted',
    () => {
      expect(typeErrors()).toEqual([]);
      // The rule of boundaries reads the project graph.
      run('node_modules/.bin/nx', 'show', 'projects');
      expect(run('node_modules/.bin/eslint', '--max-warnings', '0', ...made)).toBe('');
      run('node_modules/.bin/prettier', '--check', ...made, 'deploy');
    },
    patience,
  );

  it(
    'write what is deployed with the others, and listed with them',
    () => {
      expect(runTests('tools', '--testPathPatterns', 'check/manifests|published/lists')).toMatch(
        /^[1-9]\d* passed, 0 failed/m,
      );
    },
    patience,
  );

  it('leave what is there as it is', () => {
    const before = readFileSync(join(copy, 'apps/customers/src/customers.module.ts'), 'utf8');
    expect(() => run('tools/new/new-service.ts', 'customers', 'FindCustomer')).toThrow('is there already');
    expect(() => run('tools/new/new-operation.ts', 'nobody', 'FindCustomer')).toThrow(
      'There is no service nobody',
    );
    // A contract without an app: ICOMS itself keeps it.
    expect(() => run('tools/new/new-operation.ts', 'work-orders', 'FindCustomer')).toThrow(
      'There is no service work-orders',
    );
    expect(readFileSync(join(copy, 'apps/customers/src/customers.module.ts'), 'utf8')).toBe(before);
  });

  it.each(['operation', 'service', 'backend'])('say how new:%s is called', (kind) => {
    expect(run(`tools/new/new-${kind}.ts`, '--help')).toContain(`npm run new:${kind} -- <`);
  });
});

function ourFiles(): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  // What is deleted, but not committed yet, is still in the list.
  return files.filter((file) => existsSync(join(root, file)));
}

function contentsOf(folder: string, files: Iterable<string>): Map<string, string> {
  return new Map([...files].map((file) => [file, readFileSync(join(folder, file), 'latin1')]));
}
