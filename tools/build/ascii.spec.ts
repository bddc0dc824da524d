import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ascii } from './ascii';
import { rewritten } from './rewritten';

it('writes bundles in ASCII, that mean the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ascii-'));
  const [entryPoint, outfile] = [join(folder, 'main.js'), join(folder, 'bundle.js')];
  writeFileSync(entryPoint, `exports.found = ['Å', 'Ω', '😀', 'A'].map((text) => /^[ÅΩ😀]$/u.test(text));`);
  await build({
    entryPoints: [entryPoint],
    outfile,
    platform: 'node',
    format: 'cjs',
    plugins: [rewritten(ascii)],
  });
  expect(readFileSync(outfile, 'latin1')).toMatch(/^[\0-\x7f]*$/);
  const { found } = (await import(outfile)) as { found: boolean[] };
  await rm(folder, { recursive: true });
  expect(found).toEqual([true, true, true, false]);
});
