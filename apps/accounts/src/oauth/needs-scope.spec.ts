import { NeedsScope } from './needs-scope';

it('guards no operation that names no scope', () => {
  expect(() => NeedsScope({ name: 'Forget' })).toThrow('Forget names no scope');
});
