import { parseArgs } from 'node:util';
import { Clock, type CommandContext, type ServiceCommand, StartError } from '@trunkline/service';
import { addExternalSystems } from './store/external-systems.store';
import type { OutageTables } from './store/outage.tables';

/** As many characters as externalSystem may have. */
const longestName = 30;

/** `add-external-system`: lets outage management systems report, beside those of OUTAGE_EXTERNAL_SYSTEMS. */
export const addExternalSystemCommand: ServiceCommand = {
  summary:
    'let an outage management system report: add-external-system <name> …; on SQLite while the service is stopped',

  async run({ args, openDatabase }: CommandContext): Promise<void> {
    const { positionals: names } = parseArgs({ args: [...args], allowPositionals: true });
    if (names.length === 0)
      throw new StartError('name the outage management system: add-external-system <name> …');
    const wrong = names.find((name) => name.trim() === '' || [...name].length > longestName);
    if (wrong !== undefined)
      throw new StartError(`${JSON.stringify(wrong)} must have 1 to ${longestName} characters.`);
    await addExternalSystems(await openDatabase<OutageTables>(), names, new Clock().now());
    process.stdout.write(names.map((name) => `${name} may report\n`).join(''));
  },
};
