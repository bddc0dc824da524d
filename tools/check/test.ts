import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm test`: every project's tests, on both databases. Takes what jest takes: `npm test -- events`. */
const root = join(import.meta.dirname, '../..');

/** The part of jest's result file that we count. */
interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before a test of theirs ran. */
  readonly numRuntimeErrorTestSuites: number;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-test-'));
  const file = join(folder, 'results.json');
  try {
    process.exitCode = await runJest(file);
    if (existsSync(file))
      process.stdout.write(`${summary(JSON.parse(readFileSync(file, 'utf8')) as Results)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runJest(resultFile: string): Promise<number> {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const setup = join(import.meta.dirname, 'global-setup.ts');
  // Packages that are ES modules only, such as kysely, need vm modules in jest.
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const args = [
    ...node,
    jest,
    '--globalSetup',
    setup,
    '--maxWorkers=100%',
    // A busy machine is slow, not wrong.
    '--testTimeout=60000',
    '--json',
    '--outputFile',
    resultFile,
    ...process.argv.slice(2),
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

function summary(results: Results): string {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return `${results.numPassedTests} passed, ${failed} failed, ${results.numPendingTests + results.numTodoTests} skipped`;
}

await main();
