import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { type Tier, tiers } from '@/lib/tenancy/tiers';
import { tierNames } from '../../_frame/words';

interface Props {
  tier: Tier;
  onTier: (tier: Tier) => void;
  error: string | undefined;
}

/** Where the tenant's rows will stand. */
export function TierField({ tier, onTier, error }: Props) {
  const t = useWording('console');
  return (
    <Field
      label={t('Isolation')}
      help={t(
        'A schema or database of its own has a login of its own, which reaches nothing else.',
      )}
      error={error}
    >
      <Select
        options={tiers.map((value) => ({ value, label: t.said(tierNames[value] ?? value) }))}
        value={tier}
        onValueChange={(value) => onTier(tiers.find((one) => one === value) ?? 'pooled')}
      />
    </Field>
  );
}
