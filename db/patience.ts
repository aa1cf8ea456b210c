import type pg from 'pg';

export interface Lock {
  /** Of the session; given back when it ends. */
  key: number;
  /** What others do who hold it: "migrates", "makes a template". */
  doing: string;
  waitMs: number;
}

/**
 * Takes a session's advisory lock, and gives up after a while with a sentence that names who holds
 * it. Locks of tables are waited for as before.
 */
export async function lockInTime(client: pg.Client, { key, doing, waitMs }: Lock): Promise<void> {
  await client.query(`set lock_timeout = ${Math.ceil(waitMs)}`);
  try {
    await client.query('select pg_advisory_lock($1)', [key]);
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    const seconds = Math.round(waitMs / 1000);
    throw new Error(
      `Another session ${doing} here since before we began to wait, ${seconds} s ago${await holderOf(client, key)}. Try again when it has ended.`,
    );
  }
  await client.query('reset lock_timeout');
}

async function holderOf(client: pg.Client, key: number): Promise<string> {
  const { rows } = await client.query<{ pid: number; role: string; at: string }>(
    `select l.pid, a.usename as role, a.backend_start::timestamptz(0)::text as at
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objid = $1 and l.classid = 0
       and l.database = (select oid from pg_database where datname = current_database())`,
    [key],
  );
  const [holder] = rows;
  return holder ? `: process ${holder.pid} of ${holder.role}, connected ${holder.at}` : '';
}
