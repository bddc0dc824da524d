import { Database, type JobTables } from '@trunkline/store';
import { eachDatabase } from '@trunkline/testing';
import { ids, knownLine, migrate, said } from './migration-message';
import { type RunningMigration, runMigration } from './running-migration';
import { aMidasSimulator, aWorkOrdersSimulator } from './simulators';

/** Longer than any test. */
const never = { VOIP_MIGRATION_SETTLE_AFTER_MS: '3600000' };

eachDatabase((place) => {
  const [orders, midas] = [aWorkOrdersSimulator(), aMidasSimulator()];
  let migration: RunningMigration;
  const ask = (headers: Record<string, string> = {}) => migrate(migration.service.url, knownLine, headers);
  const statuses = () => midas.state().lines.flatMap(({ history }) => history.map(({ status }) => status));
  const jobs = async (state: 'WAITING' | 'DEAD') => {
    const metrics = await (await fetch(`${migration.service.url}/metrics`)).text();
    return new RegExp(`trunkline_jobs\\{kind="settle-migration",state="${state}"\\} (\\d+)`).exec(
      metrics,
    )?.[1];
  };

  beforeAll(async () => {
    migration = await runMigration(place(), orders, midas);
  }, 30_000);
  afterAll(() => migration.close());
  afterEach(async () => {
    orders.reset();
    midas.reset();
    await migration.restart();
    await migration.jobsDone();
    midas.reset();
  });

  it('tells MIDAS later what it could not be told in time', async () => {
    midas.provoke('update-error', 2);
    expect(said(await ask())).toMatchObject({
      status: 200,
      orderNumber: '2610411850301',
      faults: ['10686 MIDAS-SYSTEM'],
    });
    await migration.jobsDone();
    expect(statuses()).toEqual(['Complete']);
  });

  it('tells MIDAS after a restart', async () => {
    midas.provoke('update-error', 2);
    await ask();
    await migration.restart();
    await migration.jobsDone();
    expect(statuses()).toEqual(['Complete']);
  });

  it('gives up after the time that it is told to, and keeps everything', async () => {
    await migration.restart({ JOB_GIVE_UP_AFTER_MS: '0' });
    midas.provoke('update-refused', 2);
    await ask();
    await migration.jobsDone();
    expect(await jobs('DEAD')).toBe('1');
    const { query } = migration.service.app.get<Database<JobTables>>(Database);
    const [dead] = await query.selectFrom('job').selectAll().where('state', '=', 'DEAD').execute();
    expect(dead).toMatchObject({ attempts: 1, last_error: expect.stringContaining('Line is locked') });
    expect(JSON.parse(dead!.input)).toMatchObject({ telephoneNumber: knownLine.telephone });
    expect(statuses()).toEqual([]);
  });

  it('leaves in MIDAS what came of the last work order, when an earlier one is told of late', async () => {
    orders.provoke('business-refusal', 1);
    midas.provoke('update-error', 2);
    await ask();
    // The job has failed once, and waits.
    while (midas.state().faults.length > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(said(await ask()).orderNumber).toBe('2610411850301');
    await migration.jobsDone();
    expect(statuses().at(-1)).toBe('Complete');
  });

  it('leaves in MIDAS what came of the last work order, when an earlier one is settled late', async () => {
    await migration.restart(never);
    orders.provoke('timeout', 1);
    expect(said(await ask())).toMatchObject({ status: 500, unknown: true });
    expect(said(await ask()).orderNumber).toBe('2610411850301');
    await migration.restart();
    await migration.jobsDone();
    expect(statuses()).toEqual(['Complete', 'Complete']);
  });

  it('leaves in MIDAS that the work order was created, when another met it before that was known', async () => {
    orders.provoke('answer-lost', 1);
    orders.provoke('look-up-unavailable', 1);
    expect(said(await ask())).toMatchObject({ status: 500, unknown: true });
    // The job has failed once, and waits.
    while (orders.state().faults.length > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(said(await ask())).toMatchObject({ status: 400 });
    await migration.jobsDone();
    expect(statuses()).toEqual(['Fail-Open WO', 'Complete']);
  });

  it('says with a repetition that MIDAS still does not know', async () => {
    orders.provoke('answer-lost', 1);
    await ask(ids('s-4'));
    midas.provoke('update-error', 1_000);
    while (said(await ask(ids('s-4'))).unknown) await new Promise((resolve) => setImmediate(resolve));
    expect(said(await ask(ids('s-4')))).toMatchObject({ status: 200, faults: ['10686 MIDAS-SYSTEM'] });
  });

  it('does not ask ICOMS again while the outcome is unknown', async () => {
    await migration.restart(never);
    orders.provoke('timeout', 1);
    const first = said(await ask(ids('s-1')));
    expect([first, said(await ask(ids('s-1')))]).toMatchObject([
      { status: 500, unknown: true },
      { status: 500, unknown: true },
    ]);
    expect(orders.state()).toMatchObject({ effects: 0, askedTwice: [] });
    expect(await jobs('WAITING')).toBe('1');
    expect(statuses()).toEqual([]);
  });

  it.each(['silent', 'answer-lost', 'unreadable', 'empty'] as const)(
    'answers a repetition with the work order that was found (%s), from then on the same',
    async (fault) => {
      orders.provoke(fault, 1);
      expect(said(await ask(ids(`s-2-${fault}`)))).toMatchObject({ status: 500, unknown: true });
      await migration.jobsDone();
      const found = await ask(ids(`s-2-${fault}`));
      expect(said(found)).toEqual({ status: 200, orderNumber: '2610411850301', faults: [], unknown: false });
      expect((await ask(ids(`s-2-${fault}`))).text).toBe(found.text);
      expect(orders.state()).toMatchObject({ effects: 1, askedTwice: [] });
      expect(statuses()).toEqual(['Complete', 'Complete']);
    },
  );

  it('answers a repetition that there is no work order, when none was found', async () => {
    orders.provoke('timeout', 1);
    await ask(ids('s-3'));
    await migration.jobsDone();
    const failed = await ask(ids('s-3'));
    expect(said(failed)).toMatchObject({ status: 500, faults: ['10686 10466'], unknown: false });
    expect(failed.text).toContain('ICOMS has no work order of this request');
    expect(orders.state()).toMatchObject({ effects: 0, askedTwice: [] });
    expect(statuses()).toEqual(['Fail-Others', 'Fail-Others']);
  });

  it('asks until ICOMS can be asked', async () => {
    orders.provoke('silent', 1);
    orders.provoke('look-up-unavailable', 1);
    await ask();
    await migration.jobsDone();
    expect(statuses()).toEqual(['Complete']);
  });

  it('finds a work order that ICOMS creates when nobody waits for it any more', async () => {
    await migration.restart(never);
    orders.provoke('late-effect', 1);
    expect(said(await ask())).toMatchObject({ status: 500, unknown: true });
    await migration.jobsDone();
    expect(orders.state().effects).toBe(1);
    expect(statuses()).toEqual(['Complete']);
  }, 20_000);

  it('takes nothing for absent that ICOMS may still be at work on', async () => {
    await migration.restart(never);
    orders.provoke('timeout', 1);
    await ask();
    await migration.restart(never);
    expect(await jobs('WAITING')).toBe('1');
    expect(statuses()).toEqual([]);
    await migration.restart();
    await migration.jobsDone();
    expect(statuses()).toEqual(['Fail-Others']);
  });
});
