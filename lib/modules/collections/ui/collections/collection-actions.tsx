'use client';

import {
  ArchiveRestore,
  ClipboardList,
  Ellipsis,
  History,
  Pencil,
  Plus,
  Printer,
  ShieldCheck,
  Trash2,
  Upload,
} from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { PageView } from '../../view/state';
import type { Records } from '../data/use-records';
import { ExportMenu } from '../exports/export-menu';
import { printView } from '../print/print-view';
import type { Rights } from '../rights';

const DeleteCollection = dynamic(() =>
  import('./delete-collection').then((file) => file.DeleteCollection),
);
const EditCollection = dynamic(() =>
  import('./edit-collection').then((file) => file.EditCollection),
);

interface Props {
  collection: Collection;
  view: PageView;
  records: Records;
  rights: Rights;
  onAdd: () => void;
}

/** What can be done with the collection as a whole. */
export function CollectionActions({ collection, view, records, rights, onAdd }: Props) {
  const t = useWording('collections');
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      {rights.export ? <ExportMenu collection={collection} view={view} /> : null}
      {rights.import || rights.export || rights.design || rights.write ? (
        <DropdownMenu
          trigger={<IconButton icon={Ellipsis} label={t('More')} variant="secondary" />}
        >
          {rights.import ? (
            <MenuItem asChild>
              <Link href={`/collections/${collection.id}/import`}>
                <Upload aria-hidden />
                {t('Import file')}
              </Link>
            </MenuItem>
          ) : null}
          {rights.import || rights.export ? (
            <MenuItem asChild>
              <Link href={`/collections/${collection.id}/transfers`}>
                <History aria-hidden />
                {t('Imports and exports')}
              </Link>
            </MenuItem>
          ) : null}
          <MenuItem icon={<Printer aria-hidden />} onSelect={() => void printView(records.store)}>
            {t('Print this view')}
          </MenuItem>
          <MenuItem asChild>
            <Link href={`/collections/${collection.id}/trash`}>
              <ArchiveRestore aria-hidden />
              {t('Deleted records')}
            </Link>
          </MenuItem>
          {rights.design ? (
            <>
              <MenuItem asChild>
                <Link href={`/collections/${collection.id}/access`}>
                  <ShieldCheck aria-hidden />
                  {t('Access')}
                </Link>
              </MenuItem>
              <MenuItem asChild>
                <Link href={`/collections/${collection.id}/form`}>
                  <ClipboardList aria-hidden />
                  {t('Form for guests')}
                </Link>
              </MenuItem>
              <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setDialog('edit')}>
                {t('Edit name and description')}
              </MenuItem>
              <MenuSeparator />
              <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => setDialog('delete')}>
                {t('Delete collection')}
              </MenuItem>
            </>
          ) : null}
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
