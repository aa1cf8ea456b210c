import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';

export default async function TenantNotFound() {
  const t = await wording('auth');
  return (
    <NoticePage
      code="404"
      title={t('There is nothing here')}
      description={t('The address may be old, or what stood here may have been removed.')}
      action={<LinkButton href="/">{t('Go to the start')}</LinkButton>}
    />
  );
}
