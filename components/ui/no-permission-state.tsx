import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { StateFrame } from './state-frame';

export type NoPermissionStateProps = {
  title: ReactNode;
  /** Who can grant it, by name. */
  description: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function NoPermissionState(props: NoPermissionStateProps) {
  return <StateFrame icon={Lock} {...props} />;
}
