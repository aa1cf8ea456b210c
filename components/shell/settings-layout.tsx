import type { ReactNode } from 'react';
import { NavList } from './nav-list';
import { NavSelect } from './nav-select';
import type { NavGroup } from './navigation';

export type SettingsLayoutProps = {
  groups: readonly NavGroup[];
  navLabel: string;
  children: ReactNode;
};

/** Settings: their own navigation beside the page, a select above it on a phone. */
export function SettingsLayout({ groups, navLabel, children }: SettingsLayoutProps) {
  if (groups.every(({ items }) => items.length === 0)) return children;
  return (
    <div className="flex min-h-full flex-col lg:flex-row">
      <div
        data-print="hide"
        className="scroll-quiet hidden w-52 shrink-0 overflow-y-auto border-line border-r px-3 py-5 lg:sticky lg:top-0 lg:block lg:max-h-dvh"
      >
        <NavList groups={groups} label={navLabel} />
      </div>
      <div data-print="hide" className="px-4 pt-4 sm:px-6 lg:hidden">
        <NavSelect groups={groups} label={navLabel} />
      </div>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
