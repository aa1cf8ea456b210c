import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type Tier, tiers } from '@/lib/tenancy/tiers';
import { tierNames } from '../../_frame/words';

interface Props {
  tier: Tier;
  onTier: (tier: Tier) => void;
  error: string | undefined;
}

/** Where the tenant's rows will stand. */
export const TierField = ({ tier, onTier, error }: Props) => (
  <Field
    label="Isolation"
    help="A schema or database of its own has a login of its own, which reaches nothing else."
    error={error}
  >
    <Select
      options={tiers.map((value) => ({ value, label: tierNames[value] ?? value }))}
      value={tier}
      onValueChange={(value) => onTier(tiers.find((one) => one === value) ?? 'pooled')}
    />
  </Field>
);
