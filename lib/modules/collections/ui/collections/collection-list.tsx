import { Table2 } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatDay, formatNumber, type Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { CollectionSummary } from '../../collections/shapes';
import { RestoreButton } from './restore-button';

interface Props {
  collections: readonly CollectionSummary[];
  reader: Reader;
  design: boolean;
  trashed: boolean;
}

/** Collections with the number of their records. */
export async function CollectionList({ collections, reader, design, trashed }: Props) {
  const t = await wording('collections');
  if (collections.length === 0) return <NoCollections design={design} trashed={trashed} />;
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableHeader>{t('Name')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Description')}</TableHeader>
          <TableHeader numeric>{t('Records')}</TableHeader>
          <TableHeader numeric className="hidden sm:table-cell">
            {t('Fields')}
          </TableHeader>
          <TableHeader className="hidden sm:table-cell">
            {trashed ? t('Deleted') : t('Created')}
          </TableHeader>
          {trashed ? <TableHeader>&nbsp;</TableHeader> : null}
        </TableRow>
      </TableHead>
      <TableBody>
        {collections.map((one) => (
          <TableRow key={one.id}>
            <TableCell className="font-medium">
              {trashed ? (
                one.name
              ) : (
                <Link href={`/collections/${one.id}`} className="block truncate py-2 text-link">
                  {one.name}
                </Link>
              )}
            </TableCell>
            <TableCell className="hidden max-w-80 text-muted md:table-cell">
              {one.description}
            </TableCell>
            <TableCell numeric>{formatNumber(one.recordCount, reader.locale)}</TableCell>
            <TableCell numeric className="hidden sm:table-cell">
              {formatNumber(one.fieldCount, reader.locale)}
            </TableCell>
            <TableCell className="hidden text-muted sm:table-cell">
              {formatDay(one.deletedAt ?? one.createdAt, reader)}
            </TableCell>
            {trashed ? (
              <TableCell className="text-right">
                {design ? <RestoreButton id={one.id} name={one.name} /> : null}
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

async function NoCollections({ design, trashed }: { design: boolean; trashed: boolean }) {
  const t = await wording('collections');
  if (trashed) {
    return (
      <EmptyState
        title={t('The trash is empty')}
        description={t('Deleted collections wait here.')}
      />
    );
  }
  return (
    <EmptyState
      icon={Table2}
      title={t('Keep your data in collections')}
      description={
        design
          ? t(
              'A collection is a table you design yourself: students, equipment, expenses. Start with an empty one, or turn a spreadsheet into one.',
            )
          : t('A collection is a table of records. Nobody has made one here yet; an admin can.')
      }
      action={
        design ? (
          <>
            <LinkButton href="/collections/new?from=file">{t('Import a file')}</LinkButton>
            <LinkButton variant="primary" href="/collections/new">
              {t('Create collection')}
            </LinkButton>
          </>
        ) : null
      }
    />
  );
}
