import { join } from 'node:path';
import { workerFile } from './worker-file';

it('finds the file of a thread beside the one that starts it', () => {
  const folder = join(__dirname, 'sqlite');
  expect(workerFile(folder, 'sqlite.worker')).toBe(join(folder, 'sqlite.worker.mts'));
});

it('says what to do when it is missing', () => {
  expect(() => workerFile(__dirname, 'lost')).toThrow(
    /^lost\.js is missing in .+: build the service again\.$/,
  );
});
