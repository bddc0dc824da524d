import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lists } from './lists.ts';

const root = join(__dirname, '../..');

describe('the lists that nobody keeps by hand', () => {
  it.each([...lists(root)])('%s is what npm run published writes', (path, content) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(content);
  });
});
