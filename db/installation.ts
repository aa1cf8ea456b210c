import pg from 'pg';

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether this database already holds something: a tenant, or the mark of an earlier seed. */
export const isSeeded = (adminUrl: string): Promise<boolean> =>
  asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ seeded: boolean }>(
      'select exists (select 1 from control.installations) or exists (select 1 from control.tenants) as seeded',
    );
    return rows[0]?.seeded ?? false;
  });

export const markSeeded = (adminUrl: string): Promise<void> =>
  asAdmin(adminUrl, async (client) => {
    await client.query(
      `insert into control.installations (id, name, demo) values (app.uuid7(), 'demo', true)`,
    );
  });

export interface StaffSeed {
  email: string;
  name: string;
  passwordHash: string;
  tokenHash: string;
}

/** Lets a tenant serve a host without a proof, as the house does for its own demo. */
export const giveHost = (adminUrl: string, host: string, tenantId: string): Promise<void> =>
  asAdmin(adminUrl, async (client) => {
    await client.query('insert into control.hosts (host, tenant_id) values ($1, $2)', [
      host,
      tenantId,
    ]);
  });

/** Staff are made by whoever holds the server, never by a running process. */
export const insertStaff = (adminUrl: string, staff: StaffSeed): Promise<void> =>
  asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into control.staff (id, email, email_key, name, password_hash)
       values (app.uuid7(), $1, $1, $2, $3) returning id`,
      [staff.email, staff.name, staff.passwordHash],
    );
    await client.query(
      `insert into control.staff_tokens (id, staff_id, name, token_hash)
       values (app.uuid7(), $1, 'Command line', $2)`,
      [rows[0]?.id, staff.tokenHash],
    );
  });
