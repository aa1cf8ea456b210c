import type { Metadata } from 'next';
import { FailedPage } from '@/components/shell/failed-page';

export const metadata: Metadata = { title: 'Back in a moment' };

/** In place of any page while nobody can be asked whose host it is. */
export default function Unavailable() {
  return <FailedPage />;
}
