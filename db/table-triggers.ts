/** What the database does by itself when a row is written. */

/** Tables whose change moves a directory entry. */
const announced = new Set([
  'tenants',
  'hosts',
  'domains',
  'brandings',
  'tenant_modules',
  'flag_overrides',
  'flag_choices',
  'release_channels',
  'subscriptions',
  'placements',
]);

interface Table {
  schema: string;
  name: string;
}

const anyWrite = 'after insert or delete or update';

/** Statements that give one table its triggers; `logged` where the change log has its writes. */
export function triggersOf({ schema, name }: Table, logged: boolean): string[] {
  const at = `"${schema}"."${name}"`;
  const statements = ['insert', 'update', 'delete'].flatMap((operation) => [
    `drop trigger if exists log_${operation} on ${at}`,
    ...(logged
      ? [
          `create trigger log_${operation} after ${operation} on ${at} referencing ${
            operation === 'insert' ? '' : 'old table as old_rows'
          } ${operation === 'delete' ? '' : 'new table as new_rows'} for each statement execute function app.log_changes()`,
        ]
      : []),
  ]);
  const add = (trigger: string, when: string, run: string) =>
    statements.push(
      `drop trigger if exists ${trigger} on ${at}`,
      `create trigger ${trigger} ${when} execute function ${run}()`,
    );
  const inControl = (table: string) => schema === 'control' && name === table;
  if (schema === 'control' && announced.has(name)) {
    add('announce', `${anyWrite} on ${at} for each row`, 'control.announce_change');
  }
  if (inControl('flag_rules')) {
    add('announce', `after insert or delete on ${at} for each row`, 'control.announce_flags');
    add(
      'announce_change',
      `after update on ${at} for each row when (old.rules is distinct from new.rules or (old.killed_at is null) <> (new.killed_at is null))`,
      'control.announce_flags',
    );
  }
  if (inControl('fallback_plans')) {
    add('announce', `after insert on ${at} for each row`, 'control.announce_flags');
  }
  if (inControl('hosts')) {
    add(
      'tell_hoster',
      `${anyWrite} of tenant_id, proven_at on ${at} for each row`,
      'control.tell_hoster',
    );
  }
  if (inControl('tenants')) {
    add('hold_slug', `before insert on ${at} for each row`, 'control.keep_held_slug');
  }
  if (name === 'outbox') {
    add('announce_job', `after insert on ${at} for each statement`, 'app.announce_job');
  }
  if (name === 'records') {
    for (const [operation, old] of [
      ['insert', ''],
      ['update', 'old table as old_rows '],
    ]) {
      add(
        `beside_${operation}`,
        `after ${operation} on ${at} referencing ${old}new table as new_rows for each statement`,
        'app.keep_beside_records',
      );
    }
  }
  return statements;
}
