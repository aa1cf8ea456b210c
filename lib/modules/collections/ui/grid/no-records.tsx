'use client';

import { Columns3, ListFilter, Table2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { PageView } from '../../view/state';
import type { RecordActs } from '../record/use-record-acts';
import type { Rights } from '../rights';
import type { ChangeView } from '../view/use-view';

interface Props {
  collection: Collection;
  view: PageView;
  change: ChangeView;
  rights: Rights;
  acts: RecordActs;
  onAddField: (() => void) | undefined;
}

/** Why there is nothing to see, and the next step. */
export function NoRecords({ collection, view, change, rights, acts, onAddField }: Props) {
  const t = useWording('collections');
  if (collection.fields.length === 0) {
    return (
      <EmptyState
        icon={Columns3}
        title={t('This collection has no fields yet')}
        description={t(
          'Fields are its columns: a name, a date, a number. Add the first one, or import a file that brings its own.',
        )}
        action={
          onAddField ? (
            <>
              <ImportLink collection={collection} rights={rights} />
              <Button variant="primary" onClick={onAddField}>
                {t('Add field')}
              </Button>
            </>
          ) : null
        }
      />
    );
  }
  if (view.search || view.filters.length > 0) {
    return (
      <EmptyState
        icon={ListFilter}
        title={t('No record fits this view')}
        description={t(
          'The search or the filters leave nothing of the {recordCount, plural, one {# record} other {# records}}.',
          { recordCount: collection.recordCount },
        )}
        action={
          <Button onClick={() => change({ search: '', filters: [] })}>
            {t('Clear search and filters')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={Table2}
      title={collection.access.see.all ? t('No records yet') : t('No records for you')}
      description={
        !collection.access.see.all
          ? t('The rules of this collection show you {seenWords}.', {
              seenWords: t.said(seenWords(collection.access.see)),
            })
          : rights.add
            ? t('Add them one by one, paste them from a spreadsheet, or import a file.')
            : t('Members who may edit records have not added any.')
      }
      action={
        rights.add ? (
          <>
            <ImportLink collection={collection} rights={rights} />
            <Button variant="primary" onClick={acts.add}>
              {t('Add record')}
            </Button>
          </>
        ) : null
      }
    />
  );
}

function seenWords({ own, assigned }: Collection['access']['see']): string {
  if (own && assigned) return 'the records that you made or are assigned to';
  if (own) return 'the records that you made';
  return assigned ? 'the records that you are assigned to' : 'none of its records';
}

const ImportLink = ({ collection, rights }: Pick<Props, 'collection' | 'rights'>) => {
  const t = useWording('collections');
  return rights.import ? (
    <LinkButton href={`/collections/${collection.id}/import`}>{t('Import file')}</LinkButton>
  ) : null;
};
