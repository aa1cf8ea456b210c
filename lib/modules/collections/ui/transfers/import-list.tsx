'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
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
import { formatTime, type Reader } from '@/lib/format';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { ListedImport } from '../../imports/shapes';
import { tallyWords } from '../imports/tally';
import { ImportActs } from './import-acts';
import { ImportState, isWorking } from './import-state';
import { useRefreshWhile } from './use-refresh-while';

interface Props {
  collectionId: string;
  imports: readonly ListedImport[];
  reader: Reader;
}

/** Files that were imported: what came of them, and what can be done about it. */
export function ImportList({ collectionId, imports, reader }: Props) {
  const t = useWording('collections');
  const router = useRouter();
  useRefreshWhile(imports.some(isWorking));
  if (imports.length === 0) {
    return (
      <EmptyState
        title={t('Nothing was imported yet')}
        description={t(
          'An Excel, CSV or JSON file becomes records, and a whole import can be taken back.',
        )}
        action={
          <LinkButton href={`/collections/${collectionId}/import`}>{t('Import a file')}</LinkButton>
        }
      />
    );
  }
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableHeader>{t('File')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('What it did')}</TableHeader>
          <TableHeader className="hidden lg:table-cell">{t('By')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('When')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('What can be done')}</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {imports.map((one) => (
          <TableRow key={one.id}>
            <TableCell className="max-w-40 font-medium sm:max-w-72">
              <Link
                href={`/collections/${collectionId}/import?import=${one.id}`}
                className="block truncate py-2 text-link"
              >
                {one.file.name}
              </Link>
            </TableCell>
            <TableCell>
              <ImportState found={one} />
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">{outcome(one, t)}</TableCell>
            <TableCell className="hidden text-muted lg:table-cell">{one.byName}</TableCell>
            <TableCell className="hidden text-muted sm:table-cell">
              {formatTime(new Date(one.createdAt), reader)}
            </TableCell>
            <TableCell className="py-1 text-right">
              <ImportActs found={one} onChange={() => router.refresh()} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const outcome = (found: ListedImport, t: Wording<'collections'>) =>
  found.state === 'draft' ? '' : tallyWords(found, t);
