import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OutageEvents } from '@trunkline/contracts/outage';
import { planOf } from '@trunkline/fields';
import { Clock, StartError } from '@trunkline/service';
import { Database } from '@trunkline/store';
import { OutageConfig } from '../outage.config';
import type { OutageTables } from './outage.tables';

/** The outage management systems that may report: those of the configuration, and those that the command added. */
@Injectable()
export class ExternalSystemsStore implements OnApplicationBootstrap {
  /** Nobody takes one away again. */
  private readonly known = new Set<string>();

  constructor(
    private readonly database: Database<OutageTables>,
    private readonly config: OutageConfig,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await addExternalSystems(this.database, this.config.externalSystems, this.clock.now());
  }

  /** Those of the names that are known, and perhaps more. One that another process added a moment ago is. */
  async knownAmong(names: Iterable<string>): Promise<ReadonlySet<string>> {
    const unknown = [...new Set(names)].filter((name) => !this.known.has(name));
    if (unknown.length > 0) {
      const rows = this.database.query
        .selectFrom('external_system')
        .select('name')
        .where('name', 'in', unknown);
      for (const { name } of await rows.execute()) this.known.add(name);
    }
    return this.known;
  }
}

const { facets, readText, rules } = planOf(OutageEvents).byName.get('externalSystem')!;

/** As many characters as externalSystem may have. */
export const longestName = facets.maxLength!;

/** Other blanks than those that are read nobody could send (docs/decisions/0015). */
function canBeSent(name: string): boolean {
  return readText!(name) === name && rules.every(({ holds }) => holds(name));
}

/** Lets systems report; those that may already stay as they are. @throws StartError for a name that nobody could send. */
export async function addExternalSystems(
  { query }: Database<OutageTables>,
  names: readonly string[],
  now: Date,
): Promise<void> {
  if (names.length === 0) return;
  const wrong = names.find((name) => !canBeSent(name));
  if (wrong !== undefined)
    throw new StartError(
      `No system can be named ${JSON.stringify(wrong)}: a name has 1 to ${longestName} characters, and blanks one by one between others.`,
    );
  const rows = names.map((name) => ({ name, added_at: now.toISOString() }));
  const insertion = query.insertInto('external_system').values(rows);
  await insertion.onConflict((conflict) => conflict.doNothing()).execute();
}
