import { type CommandContext, StartError } from '@trunkline/service';
import { openDatabase } from '@trunkline/store';
import { eachDatabase } from '@trunkline/testing';
import { about, OutageClient, start } from '../test/outage-client';
import { startOutage } from '../test/start-outage';
import { addExternalSystemCommand } from './add-external-system.command';

eachDatabase((place) => {
  let said: string;

  beforeEach(() => {
    said = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });
  afterEach(() => jest.restoreAllMocks());

  async function add(...args: string[]): Promise<void> {
    let close = async (): Promise<void> => undefined;
    const context: CommandContext = {
      args,
      openDatabase: async <T>() => {
        const database = await openDatabase<T>({ ...place(), name: 'outage', instance: 'command' });
        close = () => database.close();
        return database;
      },
    };
    await addExternalSystemCommand.run(context).finally(() => close());
  }

  async function statusOf(system: string): Promise<number> {
    const service = await startOutage(place());
    const { status } = await new OutageClient(service.url).sendAs(system, [about('1', start)]);
    await service.close();
    return status;
  }

  it('lets systems report that could not, as often as it is told', async () => {
    expect(await statusOf('OMS 2')).toBe(400);
    await add('OMS 2', 'Zürich 3');
    await add('OMS 2');
    expect(said).toBe('OMS 2 may report\nZürich 3 may report\nOMS 2 may report\n');
    expect([await statusOf('OMS 2'), await statusOf('Zürich 3'), await statusOf('OMS 4')]).toEqual([
      200, 200, 400,
    ]);
  });

  it('tells what it does without opening anything', async () => {
    await addExternalSystemCommand.run({
      args: ['--help'],
      openDatabase: () => Promise.reject(new Error('It needs no database.')),
    });
    expect(said).toMatch(/^Usage: node main\.js add-external-system <name> …\n/);
  });

  it.each([
    [{ OUTAGE_EXTERNAL_SYSTEMS: 'OMS  6' }, /^No system can be named "OMS {2}6": /],
    [{ OUTAGE_EXTERNAL_SYSTEMS: 'x'.repeat(31) }, /^No system can be named "x+": /],
    [{ OUTAGE_TIME_ZONE: 'Mars/X' }, /^OUTAGE_TIME_ZONE: Mars\/X is no time zone/],
  ])('is not needed for what nobody could mean: the service does not start with %j', async (env, said) => {
    await expect(startOutage(place(), env)).rejects.toThrow(said);
  });

  it.each([[[]], [['x'.repeat(31)]], [['']], [[' ', 'OMS 5']], [['OMS  6']], [['OMS 7 ']]])(
    'refuses %j, and adds nothing',
    async (names) => {
      await expect(add(...names)).rejects.toThrow(StartError);
      expect(said).toBe('');
    },
  );
});
