import { Closing } from './closing';

it('closes what was opened last first, and each once', async () => {
  const closed: string[] = [];
  const closing = new Closing();
  closing.add(() => closed.push('database'));
  closing.add(() => Promise.resolve(closed.push('server')));
  await closing.run();
  await closing.run();
  expect(closed).toEqual(['server', 'database']);
});

it('closes the rest when something will not close, and says what', async () => {
  const closed: string[] = [];
  const closing = new Closing();
  closing.add(() => closed.push('database'));
  closing.add(() => Promise.reject(new Error('will not close')));
  await expect(closing.run()).rejects.toThrow('will not close');
  expect(closed).toEqual(['database']);
});
