import { parseArgs } from 'node:util';
import { accountsBench } from './accounts/accounts.bench.ts';
import { cmpServicesBench } from './cmp-services/cmp-services.bench.ts';
import { leaveFirstCore } from './cores.ts';
import { eventsBench } from './events/events.bench.ts';
import { measure } from './measure-service.ts';
import { outageBench } from './outage/outage.bench.ts';
import type { ServiceBench } from './service-bench.ts';

const benches: readonly ServiceBench[] = [eventsBench, outageBench, cmpServicesBench, accountsBench];
const names = benches.map(({ service }) => service);

const usage = `npm run bench -- <service>: how fast a service is, beside servers that do less.

  <service>        ${names.join(', ')}, or all
  --quick          one short round: to see that it works, not to quote
  --only <text>    only the servers, tables and trials whose name has the text in it

Everything that it needs is started and stopped: built apps, the sandbox, PostgreSQL (that of TEST_DATABASE_URL, or one that
is installed). Takes three to ten minutes a service. Read docs/performance.md for what the figures mean.`;

/** @returns The exit code. */
async function main(): Promise<number> {
  const options = {
    help: { type: 'boolean', short: 'h' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [asked = ''] = positionals;
  const chosen = benches.filter(({ service }) => asked === service || asked === 'all');
  if (values.help === true || chosen.length === 0) {
    console.log(usage);
    return values.help === true ? 0 : 2;
  }
  leaveFirstCore();
  for (const bench of chosen) await measure(bench, values);
  return 0;
}

process.exitCode = await main();
