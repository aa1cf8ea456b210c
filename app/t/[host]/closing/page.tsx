import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BrandLine } from '@/components/brand/brand-line';
import { NoticePage } from '@/components/shell/notice-page';
import { wording } from '@/lib/language/request';
import { looksOf } from '@/lib/tenancy/looks';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Deleted') };
}

export default async function Closing({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  const looks = await looksOf((await params).host);
  if (!looks) notFound();
  const { name, logo } = looks.brand;
  return (
    <NoticePage
      head={<BrandLine {...{ name, logo }} />}
      title={t('This workspace is being deleted')}
      description={t('The admins of {name} asked for this, and the time to take it back is over.', {
        name,
      })}
    />
  );
}
