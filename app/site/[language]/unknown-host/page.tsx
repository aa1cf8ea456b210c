import type { Metadata } from 'next';
import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';
import { siteUrl } from '@/lib/tenancy/urls';

// The way out is an absolute address, known only where the product runs.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('site');
  return { title: t('No workspace at this address') };
}

export default async function UnknownHost() {
  const t = await wording('site');
  return (
    <NoticePage
      code="404"
      title={t('No workspace lives at this address')}
      description={t(
        'Check the spelling, or ask whoever sent you here. The address may have been given up.',
      )}
      action={<LinkButton href={siteUrl()}>{t('Go to the front page')}</LinkButton>}
    />
  );
}
