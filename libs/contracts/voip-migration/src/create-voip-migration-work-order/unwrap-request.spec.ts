import { unwrapRequest } from './unwrap-request';

const account = { accountNumber: '104118503', siteReference: 26 };
const bare = { telephoneNumber: '447874384949', accountIdentification: account };

describe('a request', () => {
  it.each([
    ['bare', bare],
    ['wrapped', { CreateVOIPMigrationWorkOrder: bare }],
    ['with AccountIdentification', { telephoneNumber: '447874384949', AccountIdentification: account }],
    [
      'wrapped, with AccountIdentification',
      { CreateVOIPMigrationWorkOrder: { telephoneNumber: '447874384949', AccountIdentification: account } },
    ],
    ['with both spellings, of which ours holds', { ...bare, AccountIdentification: {} }],
  ])('is taken %s', (_how, body) => {
    expect(unwrapRequest(body)).toMatchObject(bare);
  });

  it.each([[null], ['text'], [[bare]], [{ CreateVOIPMigrationWorkOrder: null }], [7]])(
    'that is none stays what it is: %j',
    (body) => {
      const inside: unknown = body instanceof Object && !Array.isArray(body) ? null : body;
      expect(unwrapRequest(body)).toEqual(inside);
    },
  );
});
