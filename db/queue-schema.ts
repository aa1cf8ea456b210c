import pg from 'pg';

/**
 * Lends the worker's role the right to make schemas while `install` runs: the queue's own migrations
 * ask for it even where its schema stands. `url` is an admin's, on the database in question.
 */
export async function lendSchemaRight(url: string, install: () => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ name: string }>('select current_database() as name');
    const database = admin.escapeIdentifier(rows[0]?.name ?? '');
    await admin.query(`grant create on database ${database} to rowhouse_worker`);
    try {
      await install();
    } finally {
      await admin.query(`revoke create on database ${database} from rowhouse_worker`);
    }
  } finally {
    await admin.end();
  }
}
