import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoticePage } from '@/components/shell/notice-page';
import { looksOf } from '@/lib/tenancy/looks';

export const metadata: Metadata = { title: 'Deleted' };

export default async function Closing({ params }: { params: Promise<{ host: string }> }) {
  const looks = await looksOf((await params).host);
  if (!looks) notFound();
  const { name, logo } = looks.brand;
  return (
    <NoticePage
      brand={{ name, ...(logo && { logo }) }}
      title="This workspace is being deleted"
      description={`The admins of ${name} asked for this, and the time to take it back is over.`}
    />
  );
}
