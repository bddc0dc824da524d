import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const patience = 240_000;

/** What the generators wrote is held to what everything of ours is held to. */
const made = [
  'apps/customers',
  'libs/contracts/customers',
  'libs/backends/crm',
  'apps/voip-migration/src',
  'libs/contracts/voip-migration',
];

describe('the generators, in a copy of the workspace,', () => {
  let copy: string;

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

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'trunkline-new-'));
    for (const file of ourFiles()) cpSync(join(root, file), join(copy, file));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    run('tools/new/new-service.ts', 'customers', 'FindCustomer');
    run('tools/new/new-backend.ts', 'crm');
    run('tools/new/new-operation.ts', 'voip-migration', 'CancelMigration');
  }, patience);
  afterAll(() => rmSync(copy, { recursive: true }));

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
    'write what is deployed with the others',
    () => {
      expect(runTests('tools', '--testPathPatterns', 'check/manifests')).toMatch(
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
