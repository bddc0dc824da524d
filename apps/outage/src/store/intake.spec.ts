import { Clock } from '@trunkline/service';
import type { Database } from '@trunkline/store';
import { eachMigrated } from '@trunkline/testing';
import type { OutageConfig } from '../outage.config';
import { CustomersStore } from './customers.store';
import { EventsStore } from './events.store';
import { addExternalSystems, ExternalSystemsStore } from './external-systems.store';
import { HistoryStore } from './history.store';
import { Intake } from './intake';
import { outageMigrations, type OutageTables } from './outage.tables';

const externalSystem = 'oms';

eachMigrated<OutageTables>(outageMigrations, (migrated) => {
  let database: Database<OutageTables>;
  let intake: Intake;

  beforeAll(async () => {
    database = migrated();
    const clock = new Clock();
    await addExternalSystems(database, [externalSystem], clock.now());
    intake = new Intake(
      database,
      new ExternalSystemsStore(database, {} as OutageConfig, clock),
      new EventsStore(database),
      new CustomersStore(database),
      new HistoryStore(database),
      clock,
    );
  });

  afterEach(() => jest.restoreAllMocks());

  /** Twenty that come at once, each about an outage of its own; how each of them ended. */
  async function takeTwenty(impactedCustomers: (index: number) => number): Promise<string[]> {
    const taken = Array.from({ length: 20 }, (_, index) => {
      const eventDetails = {
        externalOutageId: String(index),
        outageType: 'C1UP',
        startDateTime: '2026-01-31T08:00:00Z',
        impactedCustomers: impactedCustomers(index),
      };
      const events = { externalSystem, outageMessages: [{ eventDetails }] };
      return intake.take({ requestId: String(index), events });
    });
    return (await Promise.allSettled(taken)).map(({ status }) => status);
  }

  it('lets nobody wait for his turn to hear that the database is out of reach', async () => {
    const asked = jest.spyOn(database, 'transaction');
    asked.mockRejectedValue(new Error('The database did not answer within 2000 ms.'));
    expect(new Set(await takeTwenty(Number))).toEqual(new Set(['rejected']));
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('does not let what the database refuses fail its neighbours', async () => {
    const statuses = await takeTwenty((index) => (index === 7 ? ({} as number) : index));
    expect(statuses).toEqual(statuses.map((_, index) => (index === 7 ? 'rejected' : 'fulfilled')));
  });
});
