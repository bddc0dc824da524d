import type { Database } from '@trunkline/store';
import { CompiledQuery, type Kysely, type KyselyPlugin, type RootOperationNode } from 'kysely';
import type { OutageTables } from '../../../apps/outage/src/store/outage.tables';
import { SearchStore } from '../../../apps/outage/src/store/search.store';

/** How the database finds the outages of one account: the plan of each query that a search makes. */
export async function searchPlans(database: Database<OutageTables>, accountId: string): Promise<string> {
  const plans = [];
  for (const query of await queriesOf(database, accountId)) plans.push(await planOf(database, query));
  return plans.join('\n\n');
}

async function queriesOf(database: Database<OutageTables>, accountId: string): Promise<CompiledQuery[]> {
  const [begun, asked] = [new Map<object, RootOperationNode>(), [] as RootOperationNode[]];
  const noting: KyselyPlugin = {
    transformQuery: ({ queryId, node }) => {
      begun.set(queryId, node);
      return node;
    },
    // Parts of queries are transformed as well; only what runs has a result.
    transformResult: async ({ queryId, result }) => {
      asked.push(begun.get(queryId)!);
      return result;
    },
  };
  const query: Kysely<OutageTables> = database.query.withPlugin(noting);
  const noted = Object.create(database, { query: { value: query } }) as Database<OutageTables>;
  const recentSince = new Date(0).toISOString();
  await new SearchStore(noted).find({ filters: { accountId }, recentSince, offset: 0, limit: 100 });
  const { query: plain } = database;
  return asked.map((node) => plain.getExecutor().compileQuery(node, { queryId: 'plan' }));
}

async function planOf({ engine, query }: Database<OutageTables>, asked: CompiledQuery): Promise<string> {
  const explain = engine === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN (ANALYZE, COSTS OFF)';
  const explained = CompiledQuery.raw(`${explain} ${asked.sql}`, [...asked.parameters]);
  const { rows } = await query.executeQuery<Record<string, string>>(explained);
  return rows.map((row) => row['detail'] ?? row['QUERY PLAN']).join('\n');
}
