import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { ShardRow } from '@/lib/platform/shards/shard-row';
import { tierNames } from '../../_frame/words';

type Tier = ShardRow['tiers'][number];

/** As typed; whether the numbers are numbers the server says. */
export interface ShardDraft {
  tiers: Tier[];
  numbers: Record<keyof typeof labels, string>;
}

const labels = {
  roomPooled: 'Room for',
  roomSchema: 'Room for',
  roomDatabase: 'Room for',
  readySchemas: 'Keep ready',
  readyDatabases: 'Keep ready',
};

const boxes: Record<Tier, (keyof typeof labels)[]> = {
  pooled: ['roomPooled'],
  schema: ['roomSchema', 'readySchemas'],
  database: ['roomDatabase', 'readyDatabases'],
};

interface Props {
  tier: Tier;
  draft: ShardDraft;
  /** What the server said of a box. */
  fields: Record<string, string>;
  onChange: (draft: ShardDraft) => void;
}

/** One way of living on a shard: whether it is taken, for how many, and how many stand ready. */
export function TierSettings({ tier, draft, fields, onChange }: Props) {
  const t = useWording('console');
  const taken = draft.tiers.includes(tier);
  const others = draft.tiers.filter((one) => one !== tier);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">{t.said(tierNames[tier] ?? tier)}</legend>
      <Choice label={t.said(tierNames[tier] ?? tier)}>
        <Checkbox
          checked={taken}
          onCheckedChange={(checked) =>
            onChange({ ...draft, tiers: checked === true ? [...others, tier] : others })
          }
        />
      </Choice>
      <div className="grid grid-cols-2 gap-3 pl-6">
        {boxes[tier].map((box) => (
          <Field key={box} label={t.said(labels[box])} error={fields[box]}>
            <Input
              inputMode="numeric"
              value={draft.numbers[box]}
              maxLength={8}
              onChange={(event) =>
                onChange({ ...draft, numbers: { ...draft.numbers, [box]: event.target.value } })
              }
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
