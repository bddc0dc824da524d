import { ids, migrate } from './migration-message';

function numberedLine(number: number) {
  return { account: String(700_000_000 + number), telephone: String(447_700_700_000 + number) };
}

/** A line for each of so many messages. */
export function numberedLines(count: number) {
  return Array.from({ length: count }, (_, number) => ({
    ...numberedLine(number),
    site: '26',
    provokes: undefined,
  }));
}

/** Asks for the migration of the line of this number, the same each time, and gives the whole answer. */
export async function migrateNumbered(url: string, number: number): Promise<string> {
  return (await migrate(url, numberedLine(number), ids(`counted-${number}`))).text;
}
