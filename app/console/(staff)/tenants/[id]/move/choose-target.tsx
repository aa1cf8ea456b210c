'use client';

import { usePathname, useRouter } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { tiers } from '@/lib/tenancy/tiers';
import { tierNames } from '../../../_frame/words';

interface Props {
  tier: string | null;
  shardId: string | null;
  shards: { id: string; name: string }[];
}

const meanings: Record<string, string> = {
  pooled: 'Its rows stand beside those of others, behind row security. Costs nothing to keep.',
  schema: 'Tables of its own, and a login that reaches nothing else.',
  database: 'A database of its own, and a login that can enter no other.',
};

/** Where the tenant shall live; the choice stands in the address. */
export function ChooseTarget({ tier, shardId, shards }: Props) {
  const t = useWording('console');
  const router = useRouter();
  const path = usePathname();
  const choose = (next: { tier: string | null; shard: string | null }) => {
    const query = Object.entries(next).flatMap(([key, value]) => (value ? [[key, value]] : []));
    router.replace(`${path}?${new URLSearchParams(query)}`, { scroll: false });
  };
  return (
    <FormSection
      title={t('New home')}
      description={t('Tables, rules and features are the same in each.')}
    >
      <RadioGroup
        looks="cards"
        aria-label={t('New home')}
        value={tier ?? ''}
        onValueChange={(value) => choose({ tier: value, shard: shardId })}
        options={tiers.map((value) => ({
          value,
          label: t.said(tierNames[value] ?? value),
          help: t.said(meanings[value] ?? ''),
        }))}
      />
      {shards.length > 1 ? (
        <Field label={t('Shard')}>
          <Select
            options={shards.map(({ id, name }) => ({ value: id, label: name }))}
            value={shardId ?? ''}
            onValueChange={(value) => choose({ tier, shard: value })}
          />
        </Field>
      ) : null}
    </FormSection>
  );
}
