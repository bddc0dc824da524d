import { join } from 'node:path';
import { Client } from 'pg';

const root = join(__dirname, '../../../..');

/** A PostgreSQL of a test's own, which can be stopped and started again. */
export interface PostgresCluster {
  readonly url: string;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

interface PostgresTool {
  startPostgres(): Promise<PostgresCluster | undefined>;
}

export async function startCluster(): Promise<PostgresCluster> {
  const tool = (await import(join(root, 'tools/check/postgres.ts'))) as PostgresTool;
  const cluster = await tool.startPostgres();
  if (!cluster)
    throw new Error('This test stops its PostgreSQL: it needs one that is installed on this machine.');
  return cluster;
}

/** Cuts off everybody but who asks for it. */
export async function cutConnections(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
  );
  await client.end();
}
