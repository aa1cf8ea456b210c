import { SearchX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';

/** What is gone, or never was, with the rest of the workspace still around it. */
export default async function MemberNotFound() {
  const t = await wording('member');
  return (
    <EmptyState
      icon={SearchX}
      title={t('There is nothing here')}
      description={t('What stood here may have been removed, or is not for you to see.')}
      action={<LinkButton href="/">{t('Go to the start')}</LinkButton>}
    />
  );
}
