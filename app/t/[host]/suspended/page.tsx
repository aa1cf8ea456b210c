import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NoticePage } from '@/components/shell/notice-page';
import { looksOf } from '@/lib/tenancy/looks';

export const metadata: Metadata = { title: 'Suspended' };

export default async function Suspended({ params }: { params: Promise<{ host: string }> }) {
  const looks = await looksOf((await params).host);
  if (!looks) notFound();
  const { name, logo } = looks.brand;
  return (
    <NoticePage
      brand={{ name, ...(logo && { logo }) }}
      title="This workspace is suspended"
      description={`Nobody can sign in to ${name} at the moment. Its data is kept. Its owner has been told why and can have it opened again.`}
    />
  );
}
