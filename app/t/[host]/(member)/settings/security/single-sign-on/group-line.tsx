import { Trash2 } from 'lucide-react';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { SelectOption } from '@/components/ui/select-option';
import { useWording } from '@/lib/language/wording-provider';

interface Row {
  group: string;
  roleId: string;
}

interface Props {
  row: Row;
  options: SelectOption[];
  errors: { group: string | undefined; role: string | undefined };
  onChange: (part: Partial<Row>) => void;
  onRemove: () => void;
}

/** One group and the role it gives. */
export function GroupLine({ row, options, errors, onChange, onRemove }: Props) {
  const t = useWording('settings');
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <Field
        label={t('Group')}
        error={errors.group}
        className="col-span-2 self-start sm:col-span-1"
      >
        <Input
          value={row.group}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ group: event.target.value })}
        />
      </Field>
      <Field label={t('Role')} error={errors.role} className="self-start">
        <Select
          value={row.roleId}
          options={options}
          onValueChange={(roleId) => onChange({ roleId })}
        />
      </Field>
      <div className="self-start pt-6.5">
        <IconButton icon={Trash2} label={t('Remove this group')} onClick={onRemove} />
      </div>
    </li>
  );
}
