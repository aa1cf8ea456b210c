import { SearchIcon, SearchX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';
import type { SearchPage } from '../../search/shapes';

interface Props {
  asked: string;
  /** Null while nothing is asked. */
  page: SearchPage | null;
  /** Where the search goes on without its collection. */
  everywhere: string | undefined;
}

/** What there is to say of a search besides its hits. */
export async function SearchNote({ asked, page, everywhere }: Props) {
  const t = await wording('member');
  if (!page) {
    return (
      <EmptyState
        icon={SearchIcon}
        title={t('Find any record')}
        description={t(
          'Type two letters or more. Parts of words are enough, and names count most.',
        )}
      />
    );
  }
  if (page.hits.length === 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('Nothing has “{words}”', { words: asked })}
        description={t('A record is found when it has all words. Try fewer, or other, words.')}
        action={
          everywhere ? (
            <LinkButton href={everywhere}>{t('Search everywhere')}</LinkButton>
          ) : undefined
        }
      />
    );
  }
  if (page.corrected) {
    return (
      <p className="text-muted">
        {t('Nothing has exactly “{words}”. These are spelled nearly so.', { words: asked })}
      </p>
    );
  }
  if (page.more) {
    return (
      <p className="text-muted">
        {t('These are the likeliest of many. Another word would narrow them down.')}
      </p>
    );
  }
  return null;
}
