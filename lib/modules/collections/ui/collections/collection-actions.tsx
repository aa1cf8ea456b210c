'use client';

import { Ellipsis, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { late } from '@/components/ui/late';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { PageView } from '../../view/state';
import type { Records } from '../data/use-records';
import { ExportMenu } from '../exports/export-menu';
import type { Rights } from '../rights';

const DeleteCollection = dynamic(() =>
  import('./delete-collection').then((file) => file.DeleteCollection),
);
const EditCollection = dynamic(() =>
  import('./edit-collection').then((file) => file.EditCollection),
);

const items = late(() => import('./collection-menu-items'));

interface Props {
  collection: Collection;
  view: PageView;
  records: Records;
  rights: Rights;
  onAdd: () => void;
}

/** What can be done with the collection as a whole. */
export function CollectionActions(props: Props) {
  const { collection, view, records, rights, onAdd } = props;
  const t = useWording('collections');
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      {rights.export ? <ExportMenu collection={collection} view={view} /> : null}
      {rights.import || rights.export || rights.design || rights.write ? (
        <DropdownMenu
          items={items}
          trigger={<IconButton icon={Ellipsis} label={t('More')} variant="secondary" />}
        >
          {({ CollectionMenuItems }) => (
            <CollectionMenuItems {...{ collection, records, rights, setDialog }} />
          )}
        </DropdownMenu>
      ) : null}
      {rights.add ? (
        <Button variant="primary" onClick={onAdd} disabled={collection.fields.length === 0}>
          <Plus aria-hidden />
          {t('Add record')}
        </Button>
      ) : null}
      {dialog === 'edit' ? <EditCollection collection={collection} onClose={close} /> : null}
      {dialog === 'delete' ? <DeleteCollection collection={collection} onClose={close} /> : null}
    </>
  );
}
