import type { RunningService } from '@trunkline/service';
import { Database } from '@trunkline/store';
import { eachDatabase } from '@trunkline/testing';
import type { CmpTables, CreatedServiceRow } from '../src/store/cmp.tables';

import { creation, query, send, startCmp } from './cmp-client';

eachDatabase((place) => {
  let running: RunningService;
  let database: Database<CmpTables>;

  beforeAll(async () => {
    running = await startCmp(place());
    database = running.app.get<Database<CmpTables>>(Database);
  });

  afterAll(() => running.close());

  const create = (fields: Readonly<Record<string, string | undefined>>, beside?: string) =>
    send(running.url, creation(fields, beside));

  async function created(level: string, reference: string): Promise<CreatedServiceRow[]> {
    const rows = database.query.selectFrom('created_service').selectAll().where('reference', '=', reference);
    return (await rows.execute()).filter((row) => row.level === level);
  }

  beforeEach(() => database.query.deleteFrom('created_service').execute());

  it('keeps what was sent, who sent it and when, and no more', async () => {
    expect(await create({})).toMatchObject({ status: 200 });
    expect(await created('SUBSCRIPTION', '2')).toMatchObject([
      {
        service_code: 'SPREMC',
        effective_date: '2014-09-22',
        expiry_date: null,
        price: '24.50',
        description: 'Premium Connection',
        long_description: null,
        suppress_remaining_charge: null,
        user_id: 'JOHNRY',
        program: 'TESTS',
        authenticated_user: null,
        created_at: '2026-01-31T09:30:00.000Z',
      },
    ]);
  });

  it('takes the default price and description of the catalogue only where there are none', async () => {
    await create({ ServicePrice: '0.10', Description: 'Mine' });
    expect(await created('SUBSCRIPTION', '2')).toMatchObject([{ price: '0.10', description: 'Mine' }]);
  });

  it('leaves the price unset where the catalogue has no default either', async () => {
    await create({ serviceCode: 'PAPERB' });
    expect(await created('SUBSCRIPTION', '2')).toMatchObject([{ price: null }]);
  });

  it('drops the description of the service of an agreement', async () => {
    await create({
      CustomerLevel: 'AGREEMENT',
      CustomerLevelReference: '70000001',
      serviceCode: 'SLAGLD',
      Description: 'Mine',
    });
    expect(await created('AGREEMENT', '70000001')).toMatchObject([{ description: 'Gold Service Level' }]);
  });

  it('takes the entry of the catalogue that holds on the effectiveDate', async () => {
    await create({ serviceCode: 'CONFEE', effectiveDate: '2019-12-31', expiryDate: '2019-12-31' });
    await create({ serviceCode: 'CONFEE', effectiveDate: '2020-01-01' });
    expect((await created('SUBSCRIPTION', '2')).map(({ price }) => price).sort()).toEqual(['30.00', '35.00']);
  });

  it('knows a subscription by its number, whatever zeros are before it', async () => {
    expect((await create({ CustomerLevelReference: '00000002' })).status).toBe(200);
    expect((await create({})).errors).toEqual(['CMP2009 serviceCode']);
  });

  it('takes an account service agreement at level ACCOUNT', async () => {
    const account = { CustomerLevel: 'ACCOUNT', CustomerLevelReference: 'A-42', serviceCode: 'ADMFEE' };
    expect((await create({ ...account, AccountServiceAgreement: '70000001' })).status).toBe(200);
    expect(await created('ACCOUNT', 'A-42')).toMatchObject([{ account_service_agreement: '70000001' }]);
  });

  it.each<[what: string, fields: Record<string, string | undefined>, errors: string[]]>([
    ['a subscription', { CustomerLevelReference: '7' }, ['CMP2001 CustomerLevelReference']],
    [
      'an account, which a subscription of that number is not',
      { CustomerLevel: 'ACCOUNT', serviceCode: 'LINECH' },
      ['CMP2002 CustomerLevelReference'],
    ],
    [
      'an agreement',
      { CustomerLevel: 'AGREEMENT', serviceCode: 'AGRDSC' },
      ['CMP2003 CustomerLevelReference'],
    ],
    ['a code', { serviceCode: 'NOSUCH' }, ['CMP2004 serviceCode']],
    ['a code, in that case', { serviceCode: 'spremc' }, ['CMP2004 serviceCode']],
    ['a code at that level', { serviceCode: 'SLAGLD' }, ['CMP2004 serviceCode']],
  ])('refuses what there is not: %s', async (_what, fields, errors) => {
    expect(await create(fields)).toMatchObject({ status: 500, errors });
  });

  it.each([
    ['LOYALT', '2014-12-31', 500],
    ['LOYALT', '2015-01-01', 200],
    ['PAPERB', '2017-12-31', 200],
    ['PAPERB', '2018-01-01', 500],
  ])('%s is effective on %s: %i', async (serviceCode, effectiveDate, status) => {
    const outcome = await create({ serviceCode, effectiveDate });
    expect(outcome.status).toBe(status);
    expect(outcome.errors).toEqual(status === 200 ? [] : ['CMP2005 serviceCode']);
  });

  it.each([
    ['SPREMC', '0', 200],
    ['SPREMC', '-0.01', 500],
    ['SPREMC', '99.99', 200],
    ['SPREMC', '99.990', 200],
    ['SPREMC', '100', 500],
    ['SPREMC', '1000000000000099.99', 500],
    ['LOYALT', '-10.00', 200],
    ['LOYALT', '-10.01', 500],
    ['LOYALT', '0.01', 500],
    ['INSURE', '1234567890123456.12', 200],
  ])('%s for %s: %i', async (serviceCode, ServicePrice, status) => {
    const outcome = await create({ serviceCode, ServicePrice, effectiveDate: '2016-01-01' });
    expect(outcome.status).toBe(status);
    expect(outcome.errors).toEqual(status === 200 ? [] : ['CMP2007 ServicePrice']);
    if (status === 200) expect(await created('SUBSCRIPTION', '2')).toMatchObject([{ price: ServicePrice }]);
  });

  it.each([
    ['2014-09-21', ['CMP2006 expiryDate']],
    ['2014-09-21-14:00', ['CMP2006 expiryDate']],
    ['2014-09-22', []],
    ['12014-09-22', ['CMP2011 expiryDate']],
  ])('from 2014-09-22 until %s: %j', async (expiryDate, errors) => {
    expect((await create({ expiryDate })).errors).toEqual(errors);
  });

  it('refuses dates that no calendar of four digits has', async () => {
    expect((await create({ effectiveDate: '-0044-03-15' })).errors).toEqual(['CMP2011 effectiveDate']);
  });

  it('refuses a conflict, also where the other came first', async () => {
    await create({ serviceCode: 'LINEBU', expiryDate: '2015-12-31' });
    expect((await create({ serviceCode: 'LINECH', effectiveDate: '2015-12-31' })).errors).toEqual([
      'CMP2010 serviceCode',
    ]);
    expect((await create({ serviceCode: 'LINECH', effectiveDate: '2016-01-01' })).status).toBe(200);
  });

  it('tells every broken rule at once, those of fields and those of the business', async () => {
    const { errors } = await create({
      CustomerLevelReference: '7',
      expiryDate: '2014-09-21',
      ServicePrice: '1000',
      AccountServiceAgreement: '1',
      ContractReference: 'x'.repeat(13),
      SuppressRemainingCharge: 'perhaps',
    });
    expect(errors).toEqual([
      'CMP1005 ContractReference',
      'CMP1004 SuppressRemainingCharge',
      'CMP2001 CustomerLevelReference',
      'CMP2006 expiryDate',
      'CMP2007 ServicePrice',
      'CMP2008 AccountServiceAgreement',
    ]);
  });

  it('says nothing of rules for which a field is not in order', async () => {
    const broken = { CustomerLevel: 'NONE', serviceCode: 'MUCHTOOLONG', effectiveDate: undefined };
    expect((await create({ ...broken, ServicePrice: '1000' })).errors).toEqual([
      'CMP1006 CustomerLevel',
      'CMP1005 serviceCode',
      'CMP1001 effectiveDate',
    ]);
  });

  it('answers a request without any service', async () => {
    const outcome = await send(running.url, '<d:CreateService><d:ServiceData/></d:CreateService>');
    expect(outcome.errors).toEqual(['CMP1001 ServiceData']);
    expect((await send(running.url, '<d:CreateService/>')).errors).toEqual(['CMP1001 ServiceData']);
  });

  it('of many requests at once that are in each other’s way lets one pass', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => create({})));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(500)]);
    expect(new Set(outcomes.flatMap(({ errors }) => errors))).toEqual(new Set(['CMP2009 serviceCode']));
    expect(await created('SUBSCRIPTION', '2')).toHaveLength(1);
  });

  it('says when there are more services than one answer holds', async () => {
    const day = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
    const createAt = (index: number) => create({ effectiveDate: day(index), expiryDate: day(index) });
    // Some at a time: a service takes no more at once than it can do.
    for (let begun = 0; begun < 500; begun += 50)
      await Promise.all(Array.from({ length: 50 }, (_, index) => createAt(begun + index)));
    const all = await send(running.url, query(2));
    expect([all.text.match(/<SubscriptionService>/g)?.length, flag(all.text)]).toEqual([500, 'false']);
    await createAt(500);
    const more = await send(running.url, query(2));
    expect([more.text.match(/<SubscriptionService>/g)?.length, flag(more.text)]).toEqual([500, 'true']);
    expect(flag((await send(running.url, query(2, 'ACTIVE'))).text)).toBe('false');
  }, 30_000);
});

function flag(text: string): string | undefined {
  return /<QueryLimitExceeded>(\w+)</.exec(text)?.[1];
}
