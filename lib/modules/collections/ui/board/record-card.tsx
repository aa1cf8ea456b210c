import type { ReactNode } from 'react';
import { FailedValue } from '@/components/grid/failed-value';
import type { CellKinds, GridColumn } from '@/components/grid/types';
import { cn } from '@/components/ui/cn';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordShape } from '../../records/shapes';

export interface CardLooks {
  /** The first is the title, the next ones stand below it. */
  columns: readonly GridColumn[];
  kinds: CellKinds;
  locale: string;
  /** The colour of a record in this view. */
  tintOf: (record: RecordShape) => string | undefined;
}

interface Props extends CardLooks {
  record: RecordShape;
  title: ReactNode;
  menu?: ReactNode;
  /** What stands above the title, from edge to edge. */
  cover?: ReactNode;
  className?: string;
}

const mostLines = 4;

/** A record on a card: its title and what else the view shows of it. */
export function RecordCard({
  record,
  columns,
  kinds,
  locale,
  tintOf,
  title,
  menu,
  cover,
  className,
}: Props) {
  const t = useWording('collections');
  const tint = tintOf(record);
  const lines = columns
    .slice(1)
    .filter(({ id }) => isFilled(record.data[id]) || record.problems?.[id])
    .slice(0, mostLines);
  return (
    <div
      className={cn(
        'group/card relative flex flex-col overflow-hidden gap-1 rounded-control border border-line bg-surface-raised p-2.5 weak:shadow-control',
        className,
      )}
    >
      {tint ? <span data-color={tint} className="tint absolute inset-y-0 left-0 w-1" /> : null}
      {cover ? <div className="-mx-2.5 -mt-2.5 mb-1.5">{cover}</div> : null}
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">{title}</div>
        {menu}
      </div>
      {lines.map((column) => {
        const Display = kinds[column.kind]?.Display;
        const problem = record.problems?.[column.id];
        return Display ? (
          <div key={column.id} className="flex min-w-0 items-center gap-2 text-muted text-sm">
            {/* A tick alone does not say what it is of. */}
            <span className={column.kind === 'boolean' ? 'order-1' : 'sr-only'}>
              {column.title}
            </span>
            {problem ? (
              <FailedValue problem={t.said(problem)} />
            ) : (
              <Display value={record.data[column.id]} column={column} locale={locale} />
            )}
          </div>
        ) : null;
      })}
    </div>
  );
}

const isFilled = (value: unknown) =>
  value !== null && value !== undefined && value !== '' && value !== false;

/** What a record is called: the text of the first field that the view shows. */
export function titleOf(record: RecordShape, { columns, kinds }: CardLooks): string {
  const [first] = columns;
  const kind = first && kinds[first.kind];
  const text = first && kind ? kind.toText(record.data[first.id], first) : '';
  return text || 'Record without a name';
}
