import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  /** Names of the shards that take tenants. */
  shards: string[];
  shard: string;
  onShard: (shard: string) => void;
  error: string | undefined;
}

const anywhere = 'anywhere';

/** Which server it lives on, where there is a choice. */
export function ShardField({ shards, shard, onShard, error }: Props) {
  const t = useWording('console');
  if (shards.length < 2) return null;
  return (
    <Field label={t('Shard')} error={error}>
      <Select
        options={[
          { value: anywhere, label: t('Where most room is') },
          ...shards.map((name) => ({ value: `at ${name}`, label: name })),
        ]}
        value={shard ? `at ${shard}` : anywhere}
        onValueChange={(value) => onShard(value === anywhere ? '' : value.slice('at '.length))}
      />
    </Field>
  );
}
