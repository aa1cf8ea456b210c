import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';

export interface TeamBasicsState {
  name: string;
  description: string;
}

interface Props {
  draft: TeamBasicsState;
  fields: Record<string, string>;
  onChange: (draft: TeamBasicsState) => void;
}

/** A team's name and what it is for. */
export function TeamBasics({ draft, fields, onChange }: Props) {
  const t = useWording('settings');
  return (
    <>
      <Field label={t('Name of the team')} error={fields.name}>
        <Input
          value={draft.name}
          maxLength={60}
          autoComplete="off"
          placeholder={t('Admissions')}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field label={t('Description')} note={t('optional')} error={fields.description}>
        <Textarea
          value={draft.description}
          maxLength={300}
          rows={2}
          onChange={(event) => onChange({ ...draft, description: event.target.value })}
        />
      </Field>
    </>
  );
}
