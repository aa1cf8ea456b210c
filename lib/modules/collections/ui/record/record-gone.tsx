'use client';

import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { notify } from '@/components/ui/notify';
import { PageFrame } from '@/components/ui/page-frame';
import { useWording } from '@/lib/language/wording-provider';
import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import { api } from '../data/api';
import type { Rights } from '../rights';

interface Props {
  collection: Collection;
  record: RecordShape;
  title: string;
  rights: Rights;
  back: string;
}

/** In place of a record that somebody moved to the trash while it was open. */
export function RecordGone({ collection, record, title, rights, back }: Props) {
  const t = useWording('collections');
  const restore = async () => {
    const path = `/collections/${collection.id}/records/restore`;
    const answer = await api('POST', path, { ids: [record.id] });
    if (answer.ok) window.location.reload();
    else notify.failed(t('The record was not restored'), { description: answer.error.message });
  };
  return (
    <PageFrame title={title} width="wide">
      <EmptyState
        icon={Trash2}
        title={t('This record was moved to the trash')}
        description={t(
          'Somebody deleted it while you had it open. It can be brought back for 30 days.',
        )}
        action={
          <>
            <LinkButton href={back}>{t('Back to {name}', { name: collection.name })}</LinkButton>
            {rights.remove ? (
              <Button variant="primary" onClick={() => void restore()}>
                {t('Restore record')}
              </Button>
            ) : null}
          </>
        }
      />
    </PageFrame>
  );
}
