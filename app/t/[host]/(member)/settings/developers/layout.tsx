import type { ReactNode } from 'react';
import { Worded } from '@/lib/language/worded';

export default function DevelopersFrame({ children }: { children: ReactNode }) {
  return <Worded areas={['developers']}>{children}</Worded>;
}
