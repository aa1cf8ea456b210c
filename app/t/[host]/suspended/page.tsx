import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BrandLine } from '@/components/brand/brand-line';
import { NoticePage } from '@/components/shell/notice-page';
import { wording } from '@/lib/language/request';
import { looksOf } from '@/lib/tenancy/looks';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Suspended') };
}

export default async function Suspended({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  const looks = await looksOf((await params).host);
  if (!looks) notFound();
  const { name, logo } = looks.brand;
  return (
    <NoticePage
      head={<BrandLine {...{ name, logo }} />}
      title={t('This workspace is suspended')}
      description={t(
        'Nobody can sign in to {name} at the moment. Its data is kept. Its owner has been told why and can have it opened again.',
        { name },
      )}
    />
  );
}
