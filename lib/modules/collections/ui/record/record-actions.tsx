'use client';

import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { CopyButton } from '@/components/ui/copy-button';
import { notify } from '@/components/ui/notify';
import { formatNumber } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import { api } from '../data/api';
import { type OpenedFrom, recordAddress } from './record-address';
import { useNeighbours } from './use-neighbours';

interface Props {
  collection: Collection;
  record: RecordShape;
  title: string;
  from: OpenedFrom & { view: string };
  removable: boolean;
  /** The collection in the view this record was opened from. */
  back: string;
}

/** To the records before and after, the link, and the trash. */
export function RecordActions({ collection, record, title, from, removable, back }: Props) {
  const t = useWording('collections');
  const router = useRouter();
  const near = useNeighbours(collection.id, record.id, from);
  const link = useLink(recordAddress(collection.id, record.id));
  const remove = async () => {
    const path = `/collections/${collection.id}/records`;
    const ids = [record.id];
    const answer = await api<{ ids: string[] }>('POST', `${path}/delete`, { ids });
    if (!answer.ok) {
      notify.failed(t('The record was not deleted'), { description: answer.error.message });
      return;
    }
    const restore = async () => {
      const again = await api('POST', `${path}/restore`, { ids });
      if (again.ok) router.refresh();
      else notify.failed(t('Undo did not work'), { description: again.error.message });
    };
    notify.done(t('{title} deleted', { title }), {
      undo: { label: t('Undo'), run: () => void restore() },
    });
    router.push(back);
  };
  return (
    <>
      {near ? (
        <>
          <span className="text-muted text-sm tabular-nums">
            {t('{count} of {countB}', {
              count: formatNumber(near.place, 'en'),
              countB: formatNumber(near.total, 'en'),
            })}
          </span>
          <Step href={near.previous} label={t('Previous record')} icon={ChevronLeft} />
          <Step href={near.next} label={t('Next record')} icon={ChevronRight} />
        </>
      ) : null}
      <CopyButton value={link} label={t('Copy link')} />
      {removable ? (
        <Button variant="danger-quiet" onClick={() => void remove()}>
          <Trash2 aria-hidden />
          {t('Delete record')}
        </Button>
      ) : null}
    </>
  );
}

interface StepProps {
  href: string | null;
  label: string;
  icon: typeof ChevronLeft;
}

function Step({ href, label, icon: Icon }: StepProps) {
  const looks = cn(buttonVariants({ variant: 'ghost' }), 'w-control px-0');
  if (!href) {
    return (
      <button type="button" disabled aria-label={label} className={looks}>
        <Icon aria-hidden />
      </button>
    );
  }
  return (
    <Link href={href} aria-label={label} title={label} className={looks}>
      <Icon aria-hidden />
    </Link>
  );
}

/** The whole address, once the page runs where it knows its own host. */
function useLink(path: string) {
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(window.location.origin), []);
  return `${origin}${path}`;
}
