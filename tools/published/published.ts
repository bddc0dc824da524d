import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeLists } from './lists.ts';

/**
 * `npm run published`: writes everything that is derived and committed: the lists of handlers and of what contracts give; then, by
 * running the tests that compare it with the writing switched on, WSDL, XSD, OpenAPI, the answers of the samples, docs/errors.md,
 * .env.example. Read the diff before you commit it. Takes what `npm test` takes: `npm run published -- events`.
 */
writeLists(join(import.meta.dirname, '../..'));

const test = join(import.meta.dirname, '../check/test.ts');
const env = { ...process.env, TRUNKLINE_PUBLISH: '1' };
const { status } = spawnSync(process.execPath, [test, ...process.argv.slice(2)], { env, stdio: 'inherit' });
process.exitCode = status ?? 1;
