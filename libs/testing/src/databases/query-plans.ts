import type { Database, Lookup } from '@trunkline/store';
import { CompiledQuery, type KyselyPlugin } from 'kysely';

/** Notes what is asked through `query` and `lookUp` while `work` runs, and says how SQLite finds the rows of each question. */
export async function plansOf<T>(
  database: Database<T>,
  work: (noted: Database<T>) => Promise<unknown>,
): Promise<string[]> {
  const asked: CompiledQuery[] = [];
  const executor = database.query.getExecutor();
  const note: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(executor.compileQuery(node, queryId));
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const lookUp = (lookup: Lookup, values: Parameters<Lookup['row']>[0]) => {
    asked.push(CompiledQuery.raw(lookup.sqlite, [0, ...lookup.row(values)]));
    return database.lookUp(lookup, values);
  };
  const noted = { query: { value: database.query.withPlugin(note) }, lookUp: { value: lookUp } };
  await work(Object.create(database, noted) as Database<T>);
  return Promise.all(asked.map((query) => planOf(database, query)));
}

async function planOf<T>(database: Database<T>, { sql, parameters }: CompiledQuery): Promise<string> {
  const explain = CompiledQuery.raw(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
  const { rows } = await database.query.executeQuery<{ detail: string }>(explain);
  return [sql, ...rows.map(({ detail }) => detail)].join('\n');
}
