import { parseArgs } from 'node:util';
import { Clock, type CommandContext, type ServiceCommand, StartError } from '@trunkline/service';
import { addExternalSystems, longestName } from './store/external-systems.store';
import type { OutageTables } from './store/outage.tables';

const usage = `Usage: node main.js add-external-system <name> …

Lets outage management systems report, beside those of OUTAGE_EXTERNAL_SYSTEMS: by the name that they send as externalSystem, to
the letter, up to ${longestName} characters. It can be repeated, and nothing takes a name away again.

On PostgreSQL the instances that run know the name at once. On SQLite the service must be stopped meanwhile.
`;

/** `add-external-system`: lets outage management systems report, beside those of OUTAGE_EXTERNAL_SYSTEMS. */
export const addExternalSystemCommand: ServiceCommand = {
  summary: 'let outage management systems report; add-external-system --help tells more',

  async run({ args, openDatabase }: CommandContext): Promise<void> {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals: names } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help === true) return void process.stdout.write(usage);
    if (names.length === 0)
      throw new StartError('name the outage management system: add-external-system <name> …');
    await addExternalSystems(await openDatabase<OutageTables>(), names, new Clock().now());
    process.stdout.write(names.map((name) => `${name} may report\n`).join(''));
  },
};
