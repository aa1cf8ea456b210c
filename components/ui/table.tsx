import type { ComponentProps } from 'react';
import { cn } from './cn';

type TableProps = ComponentProps<'table'> & {
  /** Classes of the scrolling frame, such as a height for the sticky header to stick in. */
  frameClassName?: string;
  /** Names the frame for a table that nothing in it can be focused, so that the keyboard scrolls it. */
  frameLabel?: string;
};

/** Rows of one density-given height, sticky header, tabular figures. */
export function Table({ className, frameClassName, frameLabel, ...rest }: TableProps) {
  return (
    <div
      {...(frameLabel && { role: 'region', 'aria-label': frameLabel, tabIndex: 0 })}
      className={cn('scroll-quiet relative min-w-0 overflow-auto', frameClassName)}
    >
      <table className={cn('w-full border-separate border-spacing-0', className)} {...rest} />
    </div>
  );
}

export const TableHead = (props: ComponentProps<'thead'>) => <thead {...props} />;

export const TableBody = (props: ComponentProps<'tbody'>) => <tbody {...props} />;

export function TableRow({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      className={cn(
        'group/row weak:h-row transition-colors weak:hover:bg-surface-hover focus-within:bg-surface-hover aria-selected:bg-surface-selected',
        className,
      )}
      {...rest}
    />
  );
}

type CellProps = { numeric?: boolean; pinned?: boolean };

const edge = 'border-line border-b px-3 first:pl-2 last:pr-2 weak:text-left';

export function TableHeader({
  numeric,
  pinned,
  className,
  ...rest
}: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope="col"
      className={cn(
        edge,
        'sticky top-0 weak:h-8 whitespace-nowrap bg-surface font-medium text-muted text-sm',
        numeric && 'weak:text-right',
        pinned ? 'left-0 z-20' : 'z-10',
        className,
      )}
      {...rest}
    />
  );
}

export function TableCell({
  numeric,
  pinned,
  className,
  ...rest
}: ComponentProps<'td'> & CellProps) {
  return (
    <td
      className={cn(
        edge,
        'weak:h-row weak:max-w-48 truncate weak:sm:max-w-80 weak:py-0 group-last/row:border-b-0',
        numeric && 'weak:text-right',
        pinned &&
          'sticky left-0 z-1 bg-surface weak:font-medium group-hover/row:bg-surface-hover group-focus-within/row:bg-surface-hover group-aria-selected/row:bg-surface-selected',
        className,
      )}
      // What does not fit its column is still there to read.
      title={typeof rest.children === 'string' ? rest.children : undefined}
      {...rest}
    />
  );
}

/** Actions of a row: shown on hover, on keyboard focus, and always where there is no hover. */
export function TableRowActions({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      className={cn(
        'flex justify-end gap-1 opacity-0 focus-within:opacity-100 group-hover/row:opacity-100 has-data-[state=open]:opacity-100 pointer-coarse:opacity-100',
        className,
      )}
      {...rest}
    />
  );
}
