'use client';

import { Columns3, ListFilter, Table2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { formatCount } from '@/lib/format';
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
  if (collection.fields.length === 0) {
    return (
      <EmptyState
        icon={Columns3}
        title="This collection has no fields yet"
        description="Fields are its columns: a name, a date, a number. Add the first one, or import a file that brings its own."
        action={
          onAddField ? (
            <>
              <ImportLink collection={collection} rights={rights} />
              <Button variant="primary" onClick={onAddField}>
                Add field
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
        title="No record fits this view"
        description={`The search or the filters leave nothing of the ${formatCount(collection.recordCount, 'record')}.`}
        action={
          <Button onClick={() => change({ search: '', filters: [] })}>
            Clear search and filters
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={Table2}
      title="No records yet"
      description={
        rights.write
          ? 'Add them one by one, paste them from a spreadsheet, or import a file.'
          : 'Members who may edit records have not added any.'
      }
      action={
        rights.write ? (
          <>
            <ImportLink collection={collection} rights={rights} />
            <Button variant="primary" onClick={acts.add}>
              Add record
            </Button>
          </>
        ) : null
      }
    />
  );
}

const ImportLink = ({ collection, rights }: Pick<Props, 'collection' | 'rights'>) =>
  rights.import ? (
    <LinkButton href={`/collections/${collection.id}/import`}>Import file</LinkButton>
  ) : null;
