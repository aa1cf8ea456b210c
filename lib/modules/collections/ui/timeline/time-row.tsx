import type { CSSProperties, ReactNode } from 'react';
import { type BarActs, RecordBar } from './record-bar';
import type { Row } from './rows';

/** Height of one line of bars, pixels. */
export const lineHeight = 36;

interface Props extends BarActs {
  row: Row;
  /** What the row is called. */
  name: ReactNode;
  /** Of a lane, its name in plain words and how many records it has. */
  label: string | undefined;
  /** Least width of the columns, as CSS says it. */
  least: string;
  /** Where the row stands. */
  style: CSSProperties;
}

/** The name of a lane or record, and its bars at the right of it. */
export function TimeRow({ row, name, label, least, style, ...acts }: Props) {
  return (
    <li aria-label={label} className="absolute inset-x-0 top-0 flex" style={style}>
      <div className="sticky left-0 z-30 flex w-28 shrink-0 items-start gap-2 border-line border-r border-b bg-surface px-3 py-2 text-sm sm:w-56 sm:px-6 lg:px-8">
        {name}
      </div>
      <div className="relative flex-1 border-line border-b" style={{ minWidth: least }}>
        {row.lines.map((line, at) => (
          <div
            key={line[0]?.record.id ?? at}
            className="absolute inset-x-0"
            style={{ top: at * lineHeight, height: lineHeight }}
          >
            {line.map((placed) => (
              <RecordBar key={placed.record.id} {...acts} {...placed} named={row.lane === null} />
            ))}
          </div>
        ))}
      </div>
    </li>
  );
}
