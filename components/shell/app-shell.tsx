import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { NavGroup } from './navigation';
import { PhoneBar } from './phone-bar';
import { Sidebar } from './sidebar';
import { SkipLink } from './skip-link';

export type AppShellProps = {
  /** Logo and tenant switcher. */
  top: ReactNode;
  /** What takes the place of `top` when the sidebar is collapsed: the logo alone. */
  topCollapsed: ReactNode;
  groups: readonly NavGroup[];
  /** Groups at the bottom, above the person: settings. */
  bottomGroups?: readonly NavGroup[];
  /** The person menu. */
  person: ReactNode;
  /** Search or command trigger under the logo. */
  search?: ReactNode;
  navLabel: string;
  /** From the cookie `collapsedCookie`, read on the server, so that nothing jumps. */
  collapsed?: boolean;
  /** Cannot be scrolled away: access on someone's behalf, over limit, offline. */
  banner?: ReactNode;
  /** The console's own dark frame, so that nobody mistakes where they are. */
  tone?: 'tenant' | 'console';
  children: ReactNode;
};

/** The frame of every signed-in page: sidebar and content; on a phone a bar and a sheet. */
export function AppShell({ banner, tone = 'tenant', children, ...side }: AppShellProps) {
  return (
    <div className="flex h-dvh flex-col print:h-auto">
      <SkipLink />
      {banner ? (
        <div className="z-30 shrink-0" data-print="hide">
          {banner}
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <PhoneBar {...side} />
        <Sidebar {...side} tone={tone} />
        <main
          id="content"
          tabIndex={-1}
          className={cn(
            'scroll-quiet min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface outline-none print:overflow-visible',
          )}
        >
          {children}
        </main>
      </div>
    </div>
  );
}
