'use client';

import { Download } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { Status, type StatusTone } from '@/components/ui/status';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { formatBytes, formatNumber, formatTime, type Reader } from '@/lib/format';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { RecordExport } from '../../exports/shapes';
import { api } from '../data/api';
import { useRefreshWhile } from './use-refresh-while';

interface Props {
  exports: readonly RecordExport[];
  reader: Reader;
}

/** Files that were made of a collection: in which state, whose, and how long they can be fetched. */
export function ExportList({ exports, reader }: Props) {
  const t = useWording('collections');
  useRefreshWhile(exports.some(({ state }) => states[state].tone === 'info'));
  if (exports.length === 0) {
    return (
      <p className="text-muted">
        {t('Small collections are downloaded at once. Files of large ones wait here for a day.')}
      </p>
    );
  }
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableHeader>{t('File')}</TableHeader>
          <TableHeader>{t('State')}</TableHeader>
          <TableHeader className="hidden md:table-cell">{t('Size')}</TableHeader>
          <TableHeader className="hidden lg:table-cell">{t('By')}</TableHeader>
          <TableHeader className="hidden sm:table-cell">{t('Asked for')}</TableHeader>
          <TableHeader className="hidden lg:table-cell">{t('Until')}</TableHeader>
          <TableHeader>
            <span className="sr-only">{t('What can be done')}</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {exports.map((one) => (
          <TableRow key={one.id}>
            <TableCell className="max-w-40 truncate font-medium sm:max-w-72">
              {one.fileName ?? formats[one.format]}
              {one.narrowed ? <span className="text-muted"> ({t('a view')})</span> : null}
              <span className="block truncate font-normal text-muted text-sm sm:hidden">
                {formats[one.format]}, {formatTime(new Date(one.createdAt), reader)}
              </span>
            </TableCell>
            <TableCell>
              <Status tone={stateOf(one).tone}>{t(stateOf(one).words)}</Status>
              {one.message ? (
                <span className="block max-w-72 text-muted text-sm">{one.message}</span>
              ) : null}
            </TableCell>
            <TableCell className="hidden text-muted md:table-cell">
              {sizeOf(one, reader, t)}
            </TableCell>
            <TableCell className="hidden text-muted lg:table-cell">{one.byName}</TableCell>
            <TableCell className="hidden text-muted sm:table-cell">
              {formatTime(new Date(one.createdAt), reader)}
            </TableCell>
            <TableCell className="hidden text-muted lg:table-cell">
              {one.expiresAt ? formatTime(new Date(one.expiresAt), reader) : null}
            </TableCell>
            <TableCell className="py-1 text-right">
              <ExportAct found={one} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ExportAct({ found }: { found: RecordExport }) {
  const t = useWording('collections');
  const router = useRouter();
  const again = async () => {
    const answer = await api('POST', `/exports/${found.id}/retry`, {});
    if (!answer.ok)
      notify.failed(t('No file is being made'), { description: answer.error.message });
    router.refresh();
  };
  if (found.link) {
    return (
      <Button asChild size="small">
        <a href={found.link} download>
          <Download aria-hidden />
          <span className="sr-only sm:not-sr-only">{t('Download')}</span>
        </a>
      </Button>
    );
  }
  const over = found.lapsed || found.state === 'failed' || found.state === 'expired';
  if (!found.own || !over) return null;
  return (
    <Button size="small" onClick={() => void again()}>
      {t('Make again')}
    </Button>
  );
}

const formats = { csv: 'CSV', xlsx: 'Excel', json: 'JSON' } as const;

const states = {
  queued: { tone: 'info', words: 'Waiting' },
  running: { tone: 'info', words: 'Being made' },
  done: { tone: 'success', words: 'Ready' },
  failed: { tone: 'danger', words: 'Failed' },
  expired: { tone: 'neutral', words: 'No longer kept' },
} as const satisfies Record<RecordExport['state'], { tone: StatusTone; words: string }>;

const stateOf = ({ state, lapsed }: RecordExport) =>
  lapsed ? ({ tone: 'warning', words: 'Withheld' } as const) : states[state];

function sizeOf(
  { rows, sizeBytes }: RecordExport,
  { locale }: Reader,
  t: Wording<'collections'>,
): string {
  if (rows === null || sizeBytes === null) return '';
  const count = formatNumber(rows, locale);
  return t('{count} records, {size}', { count, size: formatBytes(sizeBytes, locale) });
}
