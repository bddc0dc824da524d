import { readNumber, refuseUnknown, runCommand, UsageError } from '../command-line/command-line.ts';
import { accountsBench } from './accounts/accounts.bench.ts';
import { cmpServicesBench } from './cmp-services/cmp-services.bench.ts';
import { leaveFirstCore } from './cores.ts';
import { eventsBench } from './events/events.bench.ts';
import { measure } from './measure-service.ts';
import { outageBench } from './outage/outage.bench.ts';
import { benchOverload } from './overload/overload.bench.ts';
import type { ServiceBench } from './service-bench.ts';
import { benchSoak } from './soak/soak.bench.ts';
import { voipMigrationBench } from './voip-migration/voip-migration.bench.ts';

const benches: readonly ServiceBench[] = [
  eventsBench,
  outageBench,
  cmpServicesBench,
  accountsBench,
  voipMigrationBench,
];
const names = benches.map(({ service }) => service);

const usage = `npm run bench -- <what>: how fast the services are, beside servers that do less.

  <service>             ${names.join(', ')}, or all
  overload [<service>]  three times what a service can do
  soak                  mixed traffic on all services at once

  --quick               one short round: to see that it works, not to quote
  --only <text>         only the servers, tables and trials of a service whose name has the text in it
  --minutes <number>    how long to soak, 30

Everything that it needs is started and stopped: built apps, the sandbox, PostgreSQL (that of TEST_DATABASE_URL, or one that
is installed). Takes two to ten minutes a service. overload and soak exit with 1 where what came of them is not enough. Read
docs/performance.md for what the figures mean.`;

const options = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  minutes: { type: 'string', default: '30' },
} as const;

await runCommand(usage, options, async ({ values, positionals }) => {
  const [what, ...others] = positionals;
  if (what === undefined) throw new UsageError('What is to be measured?');
  refuseUnknown([what], [...names, 'all', 'overload', 'soak']);
  const service = what === 'overload' ? (others.shift() ?? 'all') : what;
  if (what === 'overload') refuseUnknown([service], [...names, 'all']);
  if (others.length > 0) throw new UsageError(`${others.join(' ')} is too much.`);
  const minutes = readNumber('minutes', values.minutes, 1);
  leaveFirstCore();
  if (what === 'soak') return (await benchSoak(minutes)) ? 0 : 1;
  const chosen = benches.filter((bench) => service === 'all' || service === bench.service);
  if (what === 'overload') return overloaded(chosen, values.quick);
  for (const bench of chosen) await measure(bench, values);
  return 0;
});

async function overloaded(chosen: readonly ServiceBench[], isQuick: boolean): Promise<number> {
  const verdicts: boolean[] = [];
  for (const bench of chosen) verdicts.push(await benchOverload(bench, isQuick));
  return verdicts.every(Boolean) ? 0 : 1;
}
