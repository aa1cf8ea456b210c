'use client';

import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { TierRequestRow } from '@/lib/platform/tier-requests/tier-requests';
import { tierNames } from '../_frame/words';
import { declineTier, grantTier } from './actions';

interface Props {
  request: TierRequestRow;
  shards: { id: string; name: string }[];
}

/** The two ways to decide a request, each with its reason. */
export function RequestActs({ request, shards }: Props) {
  const { tenant, tier } = request;
  const own = shards.find(({ id }) => id === request.shardId) ?? shards[0];
  const [shardId, setShardId] = useState(own?.id ?? '');
  return (
    <div className="flex flex-wrap gap-2">
      <ReasonDialog
        trigger={
          <Button size="small" variant="primary" aria-label={`Grant ${tenant.name}`}>
            Grant
          </Button>
        }
        title={`Move ${tenant.name} to ${tierNames[tier]?.toLowerCase()}?`}
        description="The move begins within seconds, while its people work. Its admins see how far it is."
        action="Grant"
        done="Move asked for"
        confirm={(reason) => grantTier({ id: tenant.id, shardId, reason })}
      >
        <Field label="Shard">
          <Select
            options={shards.map(({ id, name }) => ({ value: id, label: name }))}
            value={shardId}
            onValueChange={setShardId}
          />
        </Field>
      </ReasonDialog>
      <ReasonDialog
        trigger={
          <Button size="small" aria-label={`Decline ${tenant.name}`}>
            Decline
          </Button>
        }
        title={`Decline ${tenant.name}?`}
        description="It stays as it is. Its admins read your reason and may ask again."
        action="Decline"
        done="Request declined"
        help="Read by the tenant’s admins and in the staff audit."
        confirm={(reason) => declineTier({ id: tenant.id, reason })}
      />
    </div>
  );
}
