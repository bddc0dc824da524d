import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** `npm run published` sets it: what is derived is then written, not compared. A reviewer sees the change in the diff. */
const writing = process.env.TRUNKLINE_PUBLISH === '1';

/** Holds a committed file equal to what is derived; `undefined` means that there is to be no such file. */
export function expectGolden(path: string, derived: string | undefined): void {
  if (writing && derived !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, derived);
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toEqual(derived);
}
