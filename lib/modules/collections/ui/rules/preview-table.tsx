'use client';

import { Banner } from '@/components/ui/banner';
import { Skeleton } from '@/components/ui/skeleton';
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { useWording } from '@/lib/language/wording-provider';
import type { Preview } from '../../rules/read';

interface Props {
  preview: Preview | null;
  locale: string;
}

/** How many records each member would see and change, beside what they see now. */
export function PreviewTable({ preview, locale }: Props) {
  const t = useWording('collections');
  if (!preview) return <Skeleton className="h-24" />;
  const { people, total, more } = preview;
  if (people.length === 0) {
    return (
      <p className="text-muted">
        {t(
          'Nobody has a role that rules bind. Who designs collections sees and changes all of them.',
        )}
      </p>
    );
  }
  const count = (n: number) => n.toLocaleString(locale);
  const losing = people.filter(({ sees, seesNow }) => sees < seesNow);
  const most = Math.max(...losing.map(({ sees, seesNow }) => seesNow - sees));
  return (
    <div className="flex flex-col gap-3">
      {losing.length > 0 ? (
        <Banner tone="warning">
          {t(
            '{losing, plural, one {# member loses} other {# members lose}} sight of records they see now, up to {most}.',
            { losing: losing.length, most },
          )}
        </Banner>
      ) : null}
      <Table frameLabel={t('Members')}>
        <TableHead>
          <tr>
            <TableHeader pinned>{t('Member')}</TableHeader>
            <TableHeader>{t('Roles')}</TableHeader>
            <TableHeader numeric>{t('Sees now')}</TableHeader>
            <TableHeader numeric>{t('Would see')}</TableHeader>
            <TableHeader numeric>{t('Would change')}</TableHeader>
            <TableHeader numeric>{t('Hidden fields')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {people.map(({ id, name, roles, seesNow, sees, changes, hides }) => (
            <TableRow key={id}>
              <TableCell pinned>{name}</TableCell>
              <TableCell>{roles.map(t.said).join(', ')}</TableCell>
              <TableCell numeric>{count(seesNow)}</TableCell>
              <TableCell numeric className={sees < seesNow ? 'text-warning-text' : undefined}>
                {t('{sees} of {total}', { sees, total })}
              </TableCell>
              <TableCell numeric>{count(changes)}</TableCell>
              <TableCell numeric>{count(hides)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {more ? <p className="text-muted text-sm">{t('The first 50 members by name.')}</p> : null}
    </div>
  );
}
