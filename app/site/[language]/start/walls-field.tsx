import { useEffect, useState } from 'react';
import { RadioGroup } from '@/components/ui/radio-group';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { type Tier, tiers } from '@/lib/tenancy/tiers';
import { listTiers } from './actions';

interface Props {
  tier: Tier;
  onTier(tier: Tier): void;
  error: string | undefined;
}

const walls: Record<Tier, { label: Plain<'start'>; help: Plain<'start'> }> = {
  pooled: {
    label: 'Shared tables',
    help: 'Open at once. The database itself keeps your rows from everybody else.',
  },
  schema: {
    label: 'A schema of its own',
    help: 'Tables for you alone, and a login that reaches nothing else.',
  },
  database: {
    label: 'A database of its own',
    help: 'The strongest wall, with a login that reaches nothing else.',
  },
};

/** Which walls the workspace has, where the platform leaves a choice. */
export function WallsField({ tier, onTier, error }: Props) {
  const t = useWording('start');
  const offered = useOffered();
  if (offered.length < 2 && !error) return null;
  return (
    <div className="grid gap-2">
      <p id="walls" className="font-medium text-sm">
        {t('Where your data stands')}
      </p>
      <RadioGroup
        looks="cards"
        aria-labelledby="walls"
        options={offered.map((value) => ({
          value,
          label: t(walls[value].label),
          help: t(walls[value].help),
        }))}
        value={tier}
        onValueChange={(value) => onTier(tiers.find((one) => one === value) ?? 'pooled')}
      />
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}

// The page is made beforehand; what is offered is known where the product runs.
function useOffered(): Tier[] {
  const [offered, setOffered] = useState<Tier[]>(['pooled']);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const answer = await listTiers({}).catch(() => null);
      if (answer?.ok && !gone) setOffered(answer.data.tiers);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, []);
  return offered;
}
