import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BrandLine } from '@/components/brand/brand-line';
import { NoticePage } from '@/components/shell/notice-page';
import { wording } from '@/lib/language/request';
import { looksOf } from '@/lib/tenancy/looks';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Back in a moment') };
}

export default async function Unavailable({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  const looks = await looksOf((await params).host);
  if (!looks) notFound();
  const { name, logo } = looks.brand;
  return (
    <NoticePage
      head={<BrandLine {...{ name, logo }} />}
      title={t('Back in a moment')}
      description={t(
        'The server with the data of {name} does not answer. Nothing is lost. Load this page again in a minute.',
        { name },
      )}
    />
  );
}
