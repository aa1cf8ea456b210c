import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 8 });
const size = 25;

/** The session behind a token and the first records of a collection, filtered by hand. */
export async function readRows({ token, collection }) {
  const session = await pool.query({
    name: 'session',
    text: `select s.tenant_id, u.name from control.sessions s
      join control.users u on u.id = s.user_id
      where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now()`,
    values: [token],
  });
  const [caller] = session.rows;
  if (!caller) throw new Error('No session.');
  const records = await pool.query({
    name: 'records',
    text: `select id, version, data, created_at, updated_at, created_by, updated_by
      from pooled.records where tenant_id = $1 and collection_id = $2 and deleted_at is null
      order by id limit ${size}`,
    values: [caller.tenant_id, collection],
  });
  return { name: caller.name, records: records.rows };
}
