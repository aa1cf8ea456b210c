import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoticePage } from '@/components/shell/notice-page';
import { looksOf } from '@/lib/tenancy/looks';

export const metadata: Metadata = { title: 'Back in a moment' };

export default async function Unavailable({ params }: { params: Promise<{ host: string }> }) {
  const looks = await looksOf((await params).host);
  if (!looks) notFound();
  const { name, logo } = looks.brand;
  return (
    <NoticePage
      brand={{ name, ...(logo && { logo }) }}
      title="Back in a moment"
      description={`The server with the data of ${name} does not answer. Nothing is lost. Load this page again in a minute.`}
    />
  );
}
