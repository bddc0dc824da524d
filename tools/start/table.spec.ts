import type { Ready } from './service-process.ts';
import { nextSteps, table } from './table.ts';

const outage: Ready = {
  name: 'outage',
  title: 'Outage events',
  url: 'http://localhost:3002',
  endpoints: [{ method: 'POST', path: '/rest/outageEventNotifications' }],
};
const events: Ready = {
  name: 'events',
  title: 'CreateEventV2',
  url: 'http://localhost:3001',
  endpoints: [{ method: 'POST', path: '/soap/CreateEventV2', wsdl: '/soap/CreateEventV2?wsdl' }],
};
const sandbox: Ready = { name: 'sandbox', title: 'Sandbox', url: 'http://localhost:3010', endpoints: [] };

it('shows what runs, in the order of the ports', () => {
  expect(table([sandbox, outage, events])).toBe(
    [
      '  service  address                Swagger UI                  WSDL or endpoint',
      '  events   http://localhost:3001  http://localhost:3001/docs  /soap/CreateEventV2?wsdl',
      '  outage   http://localhost:3002  http://localhost:3002/docs  POST /rest/outageEventNotifications',
      '  sandbox  http://localhost:3010  http://localhost:3010/docs',
      '',
    ].join('\n'),
  );
});

it('says what to try, with a line that works', () => {
  expect(nextSteps([sandbox, events])).toContain("curl 'http://localhost:3001/soap/CreateEventV2?wsdl'");
});
