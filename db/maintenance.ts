import pg from 'pg';

/** The database's clock or ours, whichever is behind: one of them may have jumped. */
const surely = 'least(now(), $1::timestamptz)';

/** What may be cleared once it is old, as SQL conditions on control tables. */
const expired = {
  'control.directory_changes': `at < ${surely} - interval '1 day'`,
  'control.attempts': `resets_at < ${surely} - interval '1 day'`,
  'control.rate_buckets': `at < ${surely} - interval '10 minutes'`,
  'control.operations': `finished_at < ${surely} - interval '90 days'`,
  'control.one_time_tokens': `expires_at < ${surely} - interval '30 days'`,
  'control.sign_in_flows': `expires_at < ${surely} - interval '1 day'`,
  'control.passkey_challenges': `expires_at < ${surely} - interval '10 minutes'`,
  'control.provider_requests': `expires_at < ${surely} - interval '1 day'`,
  'control.join_requests': `expires_at < ${surely} - interval '1 day'`,
  'control.parked_jobs': `parked_at < ${surely} - interval '30 days'`,
  'control.outbox': `admitted_at < ${surely} - interval '7 days'`,
  'control.mails': `created_at < ${surely} - interval '30 days'`,
  'control.webhook_deliveries': `created_at < ${surely} - interval '30 days'`,
  'control.bounced_addresses': `created_at < ${surely} - interval '7 days'`,
  'control.usage_events': `shipped_at < ${surely} - interval '7 days' and (reason is null or shipped_at < ${surely} - interval '400 days')`,
  'control.stripe_asks': `answered_at < ${surely} - interval '30 days'`,
  // Stripe sends an event again for weeks where somebody asks it to.
  'control.stripe_events': `received_at < ${surely} - interval '90 days'`,
  'control.usage_parts': `hour < ${surely} - interval '400 days'`,
  'control.idempotency_keys': `created_at < ${surely} - interval '7 days'`,
  'control.provider_arrivals': `expires_at < ${surely} - interval '1 day'`,
  'control.pool_claims': `expires_at < ${surely} - interval '1 day'`,
};

/** Rows that go at once: locks and the log are kept short. */
const portion = 20_000;

/** The operator's hands on the control database; its role may act as owner of the tables. */
export function openMaintenance(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 2 });
  pool.on('error', () => undefined);
  return {
    /** Removes what has expired; answers how many rows. */
    tidy: async (): Promise<number> => {
      let removed = 0;
      for (const [table, condition] of Object.entries(expired)) {
        for (let done = portion; done === portion; removed += done) {
          const { rowCount } = await pool.query(
            `delete from ${table} where ${condition}
               and ctid = any(array(select ctid from ${table} where ${condition} limit ${portion}))`,
            [new Date()],
          );
          done = rowCount ?? 0;
        }
      }
      return removed;
    },
    close: () => pool.end(),
  };
}
