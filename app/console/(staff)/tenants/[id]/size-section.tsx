import { DescriptionList } from '@/components/ui/description-list';
import type { PageDoor } from '@/lib/doors/page';
import { isAppError } from '@/lib/errors';
import { formatBytes, formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { tenantsProcedures } from '@/lib/platform/tenants/procedures';
import { Part } from './part';

const shown = 6;

/** How much it holds; the largest tables by name. */
export async function SizeSection({ door, id }: { door: PageDoor; id: string }) {
  const t = await wording('console');
  const size = await sizeOf(door, id);
  if (!size) {
    return (
      <Part title={t('Size')}>
        <p className="text-muted">{t('The server of this tenant does not answer.')}</p>
      </Part>
    );
  }
  const { tables, files } = size;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = tables.reduce((sum, table) => sum + table.estimatedBytes, 0);
  const largest = tables
    .filter((table) => table.rows > 0)
    .toSorted((a, b) => b.estimatedBytes - a.estimatedBytes)
    .slice(0, shown);
  return (
    <Part
      title={t('Size')}
      note={t('{rows, plural, one {# row} other {# rows}}, about {bytes}', {
        rows,
        bytes: formatBytes(bytes, t.language),
      })}
    >
      <DescriptionList
        items={[
          ...largest.map((table) => ({
            id: table.name,
            term: table.name.replaceAll('_', ' '),
            value: (
              <span className="tabular-nums">
                {t('{rows, plural, one {# row} other {# rows}}, {bytes}', {
                  rows: table.rows,
                  bytes: formatBytes(table.estimatedBytes, t.language),
                })}
              </span>
            ),
          })),
          {
            id: 'stored-files',
            term: t('Files'),
            value: `${formatNumber(files.count, 'en')}, ${formatBytes(files.bytes, t.language)}`,
          },
        ]}
      />
    </Part>
  );
}

/** Null while the server of the tenant does not answer: the rest of its page is needed then. */
async function sizeOf(door: PageDoor, id: string) {
  try {
    return await door.call(tenantsProcedures.size, { id });
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') return null;
    throw error;
  }
}
