import type { ReactNode } from 'react';
import type { NavGroup } from './navigation';

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
