import { Module } from '@nestjs/common';
import { Database } from '@trunkline/store';
import { eachDatabase, settingsOf } from '@trunkline/testing';
import { ServiceConfig } from '../config/service.config';
import type { Service } from '../service';
import { help } from './command-line';
import { commandOf, runCommand, type ServiceCommand } from './service-command';

class ExampleConfig extends ServiceConfig {
  override readonly port: number = 0;
}

@Module({})
class ExampleModule {}

const count: ServiceCommand = { summary: 'count what there is', run: async () => undefined };

const example: Service<ExampleConfig> = {
  name: 'example',
  title: 'Example',
  module: ExampleModule,
  config: ExampleConfig,
  migrations: [],
  commands: { count },
};

it('is found by its name, and by no other word', () => {
  expect(commandOf(example, ['count', 'a'])).toBe(count);
  expect(commandOf(example, ['--help'])).toBeUndefined();
  expect(commandOf(example, ['constructor'])).toBeUndefined();
  expect(commandOf(example, [])).toBeUndefined();
});

it('stands in the help', () => {
  expect(help(example)).toMatch(/Usage: node main\.js .*\| count\][^]*\n {2}count {11}count what there is\n/);
});

it('needs no settings unless it opens the database', async () => {
  const seen: (readonly string[])[] = [];
  const run = async ({ args }: { readonly args: readonly string[] }) => void seen.push(args);
  await runCommand(example, { ...count, run }, ['a', 'b'], { LOG_LEVEL: 'not a level' });
  expect(seen).toEqual([['a', 'b']]);
});

eachDatabase((place) => {
  it.each([
    ['does', undefined],
    ['fails', new Error('broken')],
  ])('has the database up to date, which is closed when it %s', async (_what, error) => {
    const env = settingsOf(place());
    let database: Database<{ journal: { id: string } }> | undefined;
    const run: ServiceCommand['run'] = async ({ openDatabase }) => {
      database = await openDatabase();
      expect(await database.query.selectFrom('journal').select('id').execute()).toEqual([]);
      if (error) throw error;
    };
    const done = runCommand(example, { ...count, run }, [], env);
    await (error ? expect(done).rejects.toBe(error) : done);
    await expect(database!.check()).rejects.toThrow();
  });
});
