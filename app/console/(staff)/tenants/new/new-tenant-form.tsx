'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { languageNames, languages } from '@/lib/language/languages';
import { useWording } from '@/lib/language/wording-provider';
import { suggestSlug } from '@/lib/tenancy/suggest-slug';
import { createTenant } from '../actions';
import type { NewTenantFields } from './new-tenant-fields';
import { OwnerSection } from './owner-section';
import { PoolField } from './pool-field';
import { ShardField } from './shard-field';
import { TierField } from './tier-field';

interface Props {
  root: string;
  zones: string[];
  shards: string[];
  pools: { id: string; name: string }[];
}

const empty: NewTenantFields = {
  name: '',
  slug: '',
  locale: 'en',
  timeZone: 'UTC',
  tier: 'pooled',
  shard: '',
  sharedPoolId: '',
  sample: false,
  ownerName: '',
  ownerEmail: '',
  reason: '',
};

export function NewTenantForm({ root, zones, shards, pools }: Props) {
  const t = useWording('console');
  const router = useRouter();
  const [form, setForm] = useState(empty);
  const set = (part: Partial<NewTenantFields>) => setForm({ ...form, ...part });
  const slug = form.slug || suggestSlug(form.name);
  const { pending, error, fields, submit } = useSubmit(createTenant, ({ id, state }) =>
    router.push(state === 'open' ? `/tenants/${id}` : `/tenants/${id}/opening`),
  );
  const send = () =>
    submit({
      name: form.name,
      slug,
      locale: form.locale,
      timeZone: form.timeZone,
      tier: form.tier,
      ...(form.shard && { shard: form.shard }),
      ...(form.sharedPoolId && { sharedPoolId: form.sharedPoolId }),
      content: form.sample ? 'sample' : 'empty',
      owner: { name: form.ownerName, email: form.ownerEmail },
      reason: form.reason,
    });
  return (
    <Form className="flex flex-col gap-6" onSend={send}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <FormSection
        title={t('Tenant')}
        description={t('All of it can be changed later but the address.')}
      >
        <Field label={t('Name')} error={fields.name}>
          <Input
            value={form.name}
            maxLength={60}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <Field label={t('Address')} error={fields.slug}>
          <Input
            value={slug}
            maxLength={40}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => set({ slug: event.target.value })}
            after={`.${root}`}
          />
        </Field>
        <Field label={t('Language')} error={fields.locale}>
          <Select
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={form.locale}
            onValueChange={(locale) => set({ locale: locale === 'ko' ? 'ko' : 'en' })}
          />
        </Field>
        <Field label={t('Time zone')} error={fields.timeZone}>
          <Combobox
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            value={form.timeZone}
            onValueChange={(timeZone) => timeZone && set({ timeZone })}
          />
        </Field>
        <TierField tier={form.tier} onTier={(tier) => set({ tier })} error={fields.tier} />
        <ShardField
          shards={shards}
          shard={form.shard}
          onShard={(shard) => set({ shard })}
          error={fields.shard}
        />
        <PoolField
          pools={pools}
          poolId={form.sharedPoolId}
          onPool={(sharedPoolId) => set({ sharedPoolId })}
          error={fields.sharedPoolId}
        />
        <Choice label={t('Sample content')} help={t('Fills it with examples to look at.')} trailing>
          <Switch checked={form.sample} onCheckedChange={(sample) => set({ sample })} />
        </Choice>
      </FormSection>
      <OwnerSection form={form} set={set} fields={fields} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {t('Open tenant')}
        </Button>
      </div>
    </Form>
  );
}
