import { NoticePage } from '@/components/shell/notice-page';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';

export default async function TenantForbidden() {
  const t = await wording('auth');
  return (
    <NoticePage
      code="403"
      title={t('Your role does not open this')}
      description={t(
        'An admin of this workspace can give you a role that does, under Settings, People.',
      )}
      action={<LinkButton href="/">{t('Go to the start')}</LinkButton>}
    />
  );
}
