import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';

export default async function SiteNotFound() {
  const t = await wording('site');
  return (
    <NoticePage
      code="404"
      title={t('There is nothing here')}
      description={t('The address may be old or mistyped.')}
      action={<LinkButton href="/">{t('Go to the front page')}</LinkButton>}
    />
  );
}
