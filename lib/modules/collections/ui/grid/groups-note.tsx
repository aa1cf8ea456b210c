'use client';

import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import type { Groups } from './use-groups';

/** Beside the count: opens or closes all groups, and says what went wrong with them. */
export function GroupsNote({ groups }: { groups: Groups }) {
  const t = useWording('collections');
  const { grouped, rows, error, more, anyClosed, flipAll } = groups;
  if (!grouped) return null;
  if (error) {
    return (
      <p role="alert" className="min-w-0 truncate text-danger-text">
        {t('Not grouped: {message}', { message: error.message })}
      </p>
    );
  }
  const Icon = anyClosed ? ChevronsUpDown : ChevronsDownUp;
  return (
    <span className="flex items-center gap-2">
      {more ? t('The first 500 groups') : null}
      <Button size="small" variant="ghost" disabled={!rows} onClick={() => flipAll(anyClosed)}>
        <Icon aria-hidden />
        {anyClosed ? t('Open all') : t('Close all')}
      </Button>
    </span>
  );
}
