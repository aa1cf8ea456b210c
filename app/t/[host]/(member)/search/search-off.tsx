import { SearchX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { wording } from '@/lib/language/request';

/** Instead of the search, while it is switched off. */
export async function SearchOff() {
  const t = await wording('member');
  return (
    <PageFrame title={t('Search')}>
      <EmptyState
        icon={SearchX}
        title={t('The search is switched off for now')}
        description={t('Your records are all there: open their collection and look there.')}
        action={<LinkButton href="/collections">{t('Go to the collections')}</LinkButton>}
      />
    </PageFrame>
  );
}
