import { ServiceConfig } from '../config/service.config';
import { help, readCommand } from './command-line';

class EventsConfig extends ServiceConfig {
  override readonly port: number = 3001;
}

class EventsModule {}

it.each([
  [[], 'serve'],
  [['--migrate-only'], 'migrate'],
  [['--help'], 'help'],
  [['-h'], 'help'],
])('takes %j for %s', (args, command) => {
  expect(readCommand(args)).toBe(command);
});

it.each([[['--port=1']], [['serve']], [['--help=yes']]])('does not know %j', (args) => {
  expect(() => readCommand(args)).toThrow(/option|argument/i);
});

it('tells what the service is, and every variable that it reads', () => {
  const text = help({ name: 'events', title: 'CreateEventV2', module: EventsModule, config: EventsConfig });
  expect(text).toMatch(/^CreateEventV2 \(events\)\n/);
  expect(text).toContain('  PORT (default 3001)\n      The port to listen on');
  expect(text).toContain('  DATABASE_URL (not set)\n');
  expect(text).toContain('with the prefix EVENTS_, which wins');
});
