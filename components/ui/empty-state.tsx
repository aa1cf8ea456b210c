import { Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { StateFrame } from './state-frame';

export type EmptyStateProps = {
  icon?: LucideIcon;
  /** What this place is for. */
  title: ReactNode;
  /** Why it is empty. */
  description?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon = Inbox, ...rest }: EmptyStateProps) {
  return <StateFrame icon={icon} {...rest} />;
}
