import type { ReactNode } from 'react';
import { cn } from './cn';
import { PageHeader, type PageHeaderProps } from './page-header';

export type PageFrameProps = PageHeaderProps & {
  /** `wide` for tables and grids, `prose` for forms and reading. */
  width?: 'wide' | 'normal' | 'prose';
  /** The content scrolls inside the page, for grids that fill what is left of the window. */
  fill?: boolean;
  children: ReactNode;
};

const widths = { wide: '', normal: 'max-w-6xl', prose: 'max-w-4xl' };

/** The one frame of every page: title, a line of description, actions at the right, content. */
export function PageFrame({ width = 'normal', fill = false, children, ...header }: PageFrameProps) {
  return (
    <div
      className={cn(
        'mx-auto flex w-full min-w-0 in-[#content]:mx-0 flex-col px-4 py-5 sm:px-6 lg:px-8 print:block print:h-auto print:max-w-none print:p-0',
        widths[width],
        fill ? 'h-full min-h-0 gap-3 pb-0' : 'gap-5',
      )}
    >
      <PageHeader {...header} />
      <div
        className={cn(
          'flex min-w-0 flex-col gap-6 print:mt-4 print:block print:space-y-4',
          fill && 'min-h-0 flex-1',
        )}
      >
        {children}
      </div>
    </div>
  );
}
