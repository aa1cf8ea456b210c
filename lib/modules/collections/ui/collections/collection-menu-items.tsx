'use client';

import {
  ArchiveRestore,
  ClipboardList,
  History,
  Pencil,
  Printer,
  ShieldCheck,
  Trash2,
  Upload,
} from 'lucide-react';
import Link from 'next/link';
import { MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { Records } from '../data/use-records';
import { printView } from '../print/print-view';
import type { Rights } from '../rights';

interface Props {
  collection: Collection;
  records: Records;
  rights: Rights;
  setDialog: (dialog: 'edit' | 'delete') => void;
}

/** What is done with a collection now and then. */
export function CollectionMenuItems({ collection, records, rights, setDialog }: Props) {
  const t = useWording('collections');
  return (
    <>
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
    </>
  );
}
