import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  pools: { id: string; name: string }[];
  /** Empty for one of its own. */
  poolId: string;
  onPool: (poolId: string) => void;
  error: string | undefined;
}

const own = 'own';

/** Whose accounts sign in there, where there is a choice. */
export function PoolField({ pools, poolId, onPool, error }: Props) {
  const t = useWording('console');
  if (pools.length === 0) return null;
  return (
    <Field
      label={t('Sign-in')}
      help={t(
        'In a shared pool people have one account for all its tenants, and belong to each by itself.',
      )}
      error={error}
    >
      <Select
        options={[
          { value: own, label: t('Accounts of its own') },
          ...pools.map(({ id, name }) => ({ value: id, label: t('Shared: {name}', { name }) })),
        ]}
        value={poolId || own}
        onValueChange={(value) => onPool(value === own ? '' : value)}
      />
    </Field>
  );
}
