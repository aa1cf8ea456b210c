'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { TierRequestRow } from '@/lib/platform/tier-requests/tier-requests';
import { tierNames } from '../_frame/words';
import { declineTier, grantTier } from './actions';

interface Props {
  request: TierRequestRow;
  shards: { id: string; name: string }[];
}

/** The two ways to decide a request, each with its reason. */
export function RequestActs({ request, shards }: Props) {
  const t = useWording('console');
  const { tenant, tier } = request;
  const own = shards.find(({ id }) => id === request.shardId) ?? shards[0];
  const [shardId, setShardId] = useState(own?.id ?? '');
  return (
    <div className="flex flex-wrap gap-2">
      <ReasonDialog
        trigger={
          <Button
            size="small"
            variant="primary"
            aria-label={t('Grant {name}', { name: tenant.name })}
          >
            {t('Grant')}
          </Button>
        }
        title={t('Move {name} to: {tier}?', {
          name: tenant.name,
          tier: t.said(tierNames[tier] ?? tier),
        })}
        description={t(
          'The move begins within seconds, while its people work. Its admins see how far it is.',
        )}
        action={t('Grant')}
        done={t('Move asked for')}
        confirm={(reason) => grantTier({ id: tenant.id, shardId, reason })}
      >
        <Field label={t('Shard')}>
          <Select
            options={shards.map(({ id, name }) => ({ value: id, label: name }))}
            value={shardId}
            onValueChange={setShardId}
          />
        </Field>
      </ReasonDialog>
      <ReasonDialog
        trigger={
          <Button size="small" aria-label={t('Decline {name}', { name: tenant.name })}>
            {t('Decline')}
          </Button>
        }
        title={t('Decline {name}?', { name: tenant.name })}
        description={t('It stays as it is. Its admins read your reason and may ask again.')}
        action={t('Decline')}
        done={t('Request declined')}
        help={t('Read by the tenant’s admins and in the staff audit.')}
        confirm={(reason) => declineTier({ id: tenant.id, reason })}
      />
    </div>
  );
}
