import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';

export default async function ConsoleNotFound() {
  const t = await wording('console');
  return (
    <NoticePage
      code="404"
      title={t('There is nothing here')}
      description={t('The address may be old, or the tenant may be gone.')}
      action={<LinkButton href="/tenants">{t('Go to the tenants')}</LinkButton>}
    />
  );
}
