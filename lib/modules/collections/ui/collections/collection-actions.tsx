'use client';

import { Download, Ellipsis, History, Pencil, Plus, Trash2, Upload } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { Collection } from '../../collections/shapes';
import { listedView } from '../../view/fit';
import { type PageView, shownFields } from '../../view/state';
import { restQuery } from '../../view/url';
import type { Rights } from '../rights';
import { DeleteCollection } from './delete-collection';
import { EditCollection } from './edit-collection';

interface Props {
  collection: Collection;
  view: PageView;
  rights: Rights;
  onAdd: () => void;
}

/** What can be done with the collection as a whole. */
export function CollectionActions({ collection, view, rights, onAdd }: Props) {
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      {rights.export ? <ExportMenu collection={collection} view={view} /> : null}
      {rights.import || rights.design ? (
        <DropdownMenu trigger={<IconButton icon={Ellipsis} label="More" variant="secondary" />}>
          {rights.import ? (
            <MenuItem asChild>
              <Link href={`/collections/${collection.id}/import`}>
                <Upload aria-hidden />
                Import file
              </Link>
            </MenuItem>
          ) : null}
          {rights.import ? (
            <MenuItem asChild>
              <Link href={`/collections/${collection.id}/transfers`}>
                <History aria-hidden />
                Imports
              </Link>
            </MenuItem>
          ) : null}
          {rights.design ? (
            <>
              <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setDialog('edit')}>
                Edit name and description
              </MenuItem>
              <MenuSeparator />
              <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => setDialog('delete')}>
                Delete collection
              </MenuItem>
            </>
          ) : null}
        </DropdownMenu>
      ) : null}
      {rights.write ? (
        <Button variant="primary" onClick={onAdd} disabled={collection.fields.length === 0}>
          <Plus aria-hidden />
          Add record
        </Button>
      ) : null}
      {dialog === 'edit' ? <EditCollection collection={collection} onClose={close} /> : null}
      {dialog === 'delete' ? <DeleteCollection collection={collection} onClose={close} /> : null}
    </>
  );
}

function ExportMenu({ collection, view }: Pick<Props, 'collection' | 'view'>) {
  const path = `/api/v1/collections/${collection.id}/export`;
  const shown = restQuery(listedView(view, collection.fields));
  if (view.hidden.length + view.order.length > 0) {
    for (const [index, { key }] of shownFields(collection.fields, view).entries()) {
      shown.set(`fields[${index}]`, key);
    }
  }
  return (
    <DropdownMenu
      trigger={
        <Button>
          <Download aria-hidden />
          Export
        </Button>
      }
    >
      <MenuLabel>This view</MenuLabel>
      {formats.map(({ format, label }) => (
        <ExportItem
          key={format}
          href={`${path}?${withFormat(shown, format)}`}
          what="This view"
          label={label}
        />
      ))}
      <MenuSeparator />
      <MenuLabel>All records</MenuLabel>
      {formats.map(({ format, label }) => (
        <ExportItem
          key={format}
          href={`${path}?${withFormat(new URLSearchParams(), format)}`}
          what="All records"
          label={label}
        />
      ))}
    </DropdownMenu>
  );
}

const formats = [
  { format: 'csv', label: 'CSV' },
  { format: 'xlsx', label: 'Excel' },
  { format: 'json', label: 'JSON' },
];

function withFormat(query: URLSearchParams, format: string) {
  const next = new URLSearchParams(query);
  next.set('format', format);
  return next;
}

interface ItemProps {
  href: string;
  what: string;
  label: string;
}

const ExportItem = ({ href, what, label }: ItemProps) => (
  <MenuItem asChild>
    <a href={href} download aria-label={`${what} as ${label}`}>
      {label}
    </a>
  </MenuItem>
);
