import { Badge } from '@/components/ui/badge';
import { wording } from '@/lib/language/request';

interface Change {
  id: string;
  table: string;
  rowId: string;
  operation: 'insert' | 'update' | 'delete';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const operations = {
  insert: { word: 'Added', tone: 'success' },
  update: { word: 'Changed', tone: 'info' },
  delete: { word: 'Removed', tone: 'danger' },
} as const;

/** Row by row what the request changed: column, before, after. */
export async function ChangeList({ changes, more }: { changes: Change[]; more: boolean }) {
  const t = await wording('settings');
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('What it changed')}</h3>
      {changes.length === 0 ? (
        <p className="text-muted">{t('No rows that are kept in the change log.')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {changes.map((change) => (
            <ChangedRow key={change.id} change={change} />
          ))}
        </ul>
      )}
      {more ? (
        <p className="mt-3 text-muted">{t('More rows were changed than are shown here.')}</p>
      ) : null}
    </section>
  );
}

const hidden = new Set(['tenant_id', 'id']);

async function ChangedRow({ change }: { change: Change }) {
  const t = await wording('settings');
  const inWords = (value: unknown) => text(value) || t('(empty)');
  const { word, tone } = operations[change.operation];
  const names = Object.keys({ ...change.before, ...change.after }).filter(
    (name) => !hidden.has(name),
  );
  return (
    <li className="rounded-panel border border-line">
      <p className="flex items-center gap-2 border-line border-b px-3 py-2">
        <Badge tone={tone}>{t(word)}</Badge>
        <span className="font-medium">{change.table.replaceAll('_', ' ')}</span>
        <span className="min-w-0 truncate font-mono text-subtle text-xs">{change.rowId}</span>
      </p>
      <dl className="px-3 py-1.5 text-sm">
        {names.map((name) => (
          <div key={name} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-3 py-1">
            <dt className="truncate text-muted">{name.replaceAll('_', ' ')}</dt>
            <dd className="min-w-0">
              {change.before && name in change.before ? (
                <span className={change.after ? 'text-muted line-through' : undefined}>
                  {inWords(change.before[name])}
                </span>
              ) : null}{' '}
              {change.after && name in change.after ? inWords(change.after[name]) : null}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
