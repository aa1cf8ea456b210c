'use client';

import { useState } from 'react';
import type { z } from 'zod';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { JoinPreview } from '@/lib/platform/pool-joins/pool-joins';
import { offerJoin } from '../actions';
import { NewPool } from './new-pool';

/** Offers a tenant to join a shared pool, with what that means for it. */
export function OfferJoin({ preview }: { preview: z.output<typeof JoinPreview> }) {
  const t = useWording('console');
  const { tenant, people, pools, hasOwner, ties } = preview;
  const [poolId, setPool] = useState(pools[0]?.id ?? '');
  const [name, setName] = useState('');
  if (!hasOwner) return <span className="text-muted text-sm">{t('Needs an owner first')}</span>;
  if (pools.length === 0) return <NewPool />;
  const chosen = pools.find(({ id }) => id === poolId);
  const shown = (chosen?.tenants ?? []).slice(0, 5);
  const more = (chosen?.tenants.length ?? 0) - shown.length;
  return (
    <div className="flex gap-2">
      <NewPool />
      <ReasonDialog
        trigger={<Button size="small">{t('Offer to join')}</Button>}
        title={t('Offer {name} a shared sign-in?', { name: tenant.name })}
        description={t(
          'Nothing happens before its owner agrees. Then {count, plural, one {# person is signed out and comes} other {# people are signed out and come}} over, each with both accounts. Sessions, tokens, invitations and single sign-on end there.',
          { count: people },
        )}
        action={t('Send offer')}
        done={t('Offered to {name}', { name: tenant.name })}
        help={t('Read by the tenant’s admins and in the staff audit.')}
        confirm={(reason) => offerJoin({ id: tenant.id, poolId, name, reason })}
      >
        {ties > 0 ? (
          <Banner tone="warning">
            {t(
              '{count, plural, one {# view that it shares with another tenant has} other {# views that it shares with other tenants have}} to end before its owner can agree.',
              { count: ties },
            )}
          </Banner>
        ) : null}
        <Field
          label={t('Shared pool')}
          help={
            shown.length === 0
              ? t('No tenant belongs to it yet.')
              : more > 0
                ? t('{names} and {more} more belong to it.', {
                    names: shown.join(', '),
                    more: String(more),
                  })
                : t('{names} belong to it.', { names: shown.join(', ') })
          }
        >
          <Select
            options={pools.map((pool) => ({ value: pool.id, label: pool.name }))}
            value={poolId}
            onValueChange={setPool}
          />
        </Field>
        <Field label={t('Type {name} to confirm', { name: tenant.name })}>
          <Input
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </ReasonDialog>
    </div>
  );
}
