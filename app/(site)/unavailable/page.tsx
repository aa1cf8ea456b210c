import type { Metadata } from 'next';
import { NoticePage } from '@/components/shell/notice-page';

export const metadata: Metadata = { title: 'Back in a moment' };

export default function Unavailable() {
  return (
    <NoticePage
      code="503"
      title="Back in a moment"
      description="This page cannot be served right now. Nothing is lost. Try again in a few seconds."
    />
  );
}
