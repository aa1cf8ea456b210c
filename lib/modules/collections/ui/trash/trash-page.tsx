'use client';

import { RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { SearchInput } from '@/components/ui/search-input';
import type { Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { keptDays } from '../../trash/kept-days';
import type { TrashPage as Page } from '../../trash/shapes';
import { TrashList } from './trash-list';
import { type Trash, useTrash } from './use-trash';

interface Props {
  /** Absent for the trash of all collections. */
  collection?: { id: string; name: string };
  first: Page;
  rights: { write: boolean; design: boolean };
  reader: Reader;
}

/** Deleted records: who deleted them and when, the way back, and the end. */
export function TrashPage({ collection, first, rights, reader }: Props) {
  const t = useWording('collections');
  const trash = useTrash(first, collection?.id);
  const { page, error, search, setSearch } = trash;
  const crumbs = [
    { label: t('Collections'), href: '/collections' },
    ...(collection ? [{ label: collection.name, href: `/collections/${collection.id}` }] : []),
  ];
  const isEmpty = page.total === 0;
  return (
    <PageFrame
      title={collection ? t('Trash of {name}', { name: collection.name }) : t('Deleted records')}
      description={t('Records stay here for {keptDays} days. Then they are deleted for good.', {
        keptDays,
      })}
      width="wide"
      breadcrumb={<Breadcrumb crumbs={crumbs} label={t('Where this trash is')} />}
      actions={isEmpty ? null : <TrashActions {...{ trash, rights }} />}
    >
      {isEmpty && !search ? null : (
        <SearchInput
          value={search}
          onValueChange={setSearch}
          aria-label={t('Search the trash')}
          placeholder={t('Search the trash')}
          maxLength={200}
          className="w-full max-w-none sm:w-64"
        />
      )}
      {error ? (
        <Banner
          tone="danger"
          title={t('The trash did not load')}
          action={
            <Button size="small" onClick={trash.again}>
              {t('Try again')}
            </Button>
          }
        >
          {error.message}
        </Banner>
      ) : null}
      {isEmpty ? (
        <EmptyState
          icon={Trash2}
          title={search ? t('Nothing in the trash fits') : t('The trash is empty')}
          description={
            search
              ? t('Try other words, or fewer of them.')
              : t('Records that somebody deletes wait here, in case they are missed.')
          }
        />
      ) : (
        <TrashList {...{ trash, reader }} selectable={rights.write} hideCollection={!!collection} />
      )}
    </PageFrame>
  );
}

interface ActionsProps {
  trash: Trash;
  rights: { write: boolean; design: boolean };
}

function TrashActions({ trash, rights }: ActionsProps) {
  const t = useWording('collections');
  const [pending, setPending] = useState(false);
  const which =
    trash.chosen.size > 0 || trash.search
      ? t('{count, plural, one {# record} other {# records}}', { count: trash.count })
      : 'all';
  const records = t('{count, plural, one {# record} other {# records}}', { count: trash.count });
  const restore = async () => {
    setPending(true);
    await trash.restore();
    setPending(false);
  };
  return (
    <>
      {rights.design ? (
        <AlertDialog
          trigger={
            <Button variant="danger-quiet">
              <Trash2 aria-hidden />
              {t('Delete {which} for good', { which })}
            </Button>
          }
          title={t('Delete {records} for good?', { records })}
          description={t(
            'Their values, history and comments go with them. Nobody can bring them back from here; only a backup still holds them.',
          )}
          action={t('Delete {records}', { records })}
          confirmWord={String(trash.count)}
          onConfirm={trash.purge}
        />
      ) : null}
      {rights.write ? (
        <Button variant="primary" pending={pending} onClick={() => void restore()}>
          <RotateCcw aria-hidden />
          {t('Restore {which}', { which })}
        </Button>
      ) : null}
    </>
  );
}
