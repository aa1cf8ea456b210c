import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { useWording } from '@/lib/language/wording-provider';
import type { PermissionGroup, PermissionLine } from './permission-groups';

interface Props {
  groups: PermissionGroup[];
  chosen: readonly string[];
  /** What the role that this one is compared with may do. */
  base: readonly string[];
  /** What the editor may do: nobody gives what they lack. */
  held: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** What a role may do, by module, each beside what it opens and how it differs from its preset. */
export function PermissionChoices({ groups, chosen, base, held, onChange }: Props) {
  const t = useWording('settings');
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return groups.map((group) => (
    <fieldset key={group.title} className="flex flex-col gap-3">
      <legend className="mb-2 font-medium text-sm">
        {group.title} {group.off ? <Badge tone="outline">{t('Turned off')}</Badge> : null}
      </legend>
      {group.permissions.map((line) => (
        <Choice
          key={line.id}
          label={
            <>
              {line.title}{' '}
              <Difference has={chosen.includes(line.id)} had={base.includes(line.id)} />
            </>
          }
          help={held.includes(line.id) ? <Acts line={line} /> : t('You may not do this yourself.')}
        >
          <Checkbox
            checked={chosen.includes(line.id)}
            disabled={!held.includes(line.id)}
            onCheckedChange={(on) => toggle(line.id, on === true)}
          />
        </Choice>
      ))}
    </fieldset>
  ));
}

function Difference({ has, had }: { has: boolean; had: boolean }) {
  const t = useWording('settings');
  if (has === had) return null;
  return has ? (
    <Badge tone="success">{t('More')}</Badge>
  ) : (
    <Badge tone="warning">{t('Less')}</Badge>
  );
}

function Acts({ line: { acts, reads } }: { line: PermissionLine }) {
  const t = useWording('settings');
  if (acts.length === 0) return reads ? t('Opens pages to read.') : null;
  const rest = acts.length - shown;
  if (rest < 2) return acts.join(' · ');
  return [...acts.slice(0, shown), t('{count} more', { count: rest })].join(' · ');
}

/** What is named of a permission; the view as a role names everything. */
const shown = 4;
