'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { ShardRow } from '@/lib/platform/shards/shard-row';
import { configureShard } from '../actions';
import { type ShardDraft, TierSettings } from './tier-settings';

type Facts = Pick<ShardRow, 'id' | 'name' | 'tiers' | 'room' | 'ready'>;

const tiers = ['pooled', 'schema', 'database'] as const;

/** What the shard takes, how much of it, and how many empty homes stand ready there. */
export function SettingsForm({ shard }: { shard: Facts }) {
  const t = useWording('console');
  const router = useRouter();
  const [draft, setDraft] = useState(draftOf(shard));
  const [reason, setReason] = useState('');
  const { pending, error, fields, submit } = useSubmit(configureShard, ({ name }) => {
    notify.done(t('{name} is changed', { name }));
    setReason('');
    router.refresh();
  });
  return (
    <FormSection
      title={t('What it takes')}
      description={t(
        'For new tenants and moves. Those who live here stay, even where there is less room than they take.',
      )}
    >
      <Form
        className="flex flex-col gap-5"
        onSend={() => submit({ id: shard.id, ...settingsOf(draft), reason })}
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        {tiers.map((tier) => (
          <TierSettings key={tier} tier={tier} draft={draft} fields={fields} onChange={setDraft} />
        ))}
        <Field label={t('Reason')} help={t('Stands in the staff audit.')} error={fields.reason}>
          <Input
            value={reason}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" pending={pending}>
            {t('Change what it takes')}
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}

const draftOf = ({ tiers: taken, room, ready }: Facts): ShardDraft => ({
  tiers: taken,
  numbers: {
    roomPooled: String(room.pooled),
    roomSchema: String(room.schema),
    roomDatabase: String(room.database),
    readySchemas: String(ready.wantedSchemas),
    readyDatabases: String(ready.wantedDatabases),
  },
});

/** An empty box is no number, and is refused as such. */
function settingsOf({ tiers: taken, numbers }: ShardDraft) {
  const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
  return {
    tiers: taken,
    roomPooled: number(numbers.roomPooled),
    roomSchema: number(numbers.roomSchema),
    roomDatabase: number(numbers.roomDatabase),
    readySchemas: number(numbers.readySchemas),
    readyDatabases: number(numbers.readyDatabases),
  };
}
