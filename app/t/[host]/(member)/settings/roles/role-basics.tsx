import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { Preset, RoleDraftState } from './presets';

interface Props {
  isNew: boolean;
  draft: RoleDraftState;
  presets: Preset[];
  error: string | undefined;
  onName: (name: string) => void;
  onBase: (base: string) => void;
}

/** A role's name, and the built-in one it is compared with. */
export function RoleBasics({ isNew, draft, presets, error, onName, onBase }: Props) {
  const t = useWording('settings');
  const preset = presets.find(({ key }) => key === draft.base);
  const base = preset?.permissions ?? [];
  return (
    <FormSection title={t('Name')} description={t('As people see it in lists and invitations.')}>
      <Field label={t('Name of the role')} error={error}>
        <Input
          value={draft.name}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => onName(event.target.value)}
        />
      </Field>
      <Field
        label={isNew ? t('Start from') : t('Compared with')}
        help={t('{more} more and {less} less than {name}.', {
          more: draft.permissions.filter((id) => !base.includes(id)).length,
          less: base.filter((id) => !draft.permissions.includes(id)).length,
          name: t.said(preset?.name ?? draft.base),
        })}
      >
        <Select
          value={draft.base}
          onValueChange={onBase}
          options={presets.map(({ key, name }) => ({ value: key, label: t.said(name) }))}
        />
      </Field>
    </FormSection>
  );
}
